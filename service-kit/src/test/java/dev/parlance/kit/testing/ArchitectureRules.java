package dev.parlance.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which part of a service may use which other; each service's `ArrowsTest` is one of these.
public abstract class ArchitectureRules {
    private static final JavaClasses KIT_AND_CONTRACT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.parlance.kit", "dev.parlance.contract");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private final String service;
    private final Map<String, Set<String>> areas;
    private final TableOwners tables;
    private final List<KnownBreach> known;
    private final PackageRules packages;
    private final JavaClasses classes;

    /// @param service the service's own package
    /// @param areas   for each area, a first-level package, the areas that it may use
    /// @param owners  for each table of the service the package whose classes alone name it in SQL, without
    ///     `service`; empty for the service's own package
    /// @param known   what breaks these rules today; fails for an entry that breaks none
    protected ArchitectureRules(
            String service, Map<String, Set<String>> areas, Map<String, String> owners, List<KnownBreach> known) {
        this.service = service;
        this.areas = areas;
        this.tables = new TableOwners(service, owners);
        this.known = known;
        this.packages = new PackageRules(service);
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
    }

    @Test
    void aServiceKnowsNoOtherService() {
        classes()
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage("dev.parlance.."))
                        .or(resideInAnyPackage(service + "..", "dev.parlance.kit..", "dev.parlance.contract..")))
                .check(classes);
    }

    @Test
    void theKitKnowsNoEventAndTheContractNothingButJackson() {
        noClasses()
                .that()
                .resideInAPackage("dev.parlance.kit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parlance.contract..")
                .check(KIT_AND_CONTRACT);
        classes()
                .that()
                .resideInAPackage("dev.parlance.contract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", "dev.parlance.contract..")
                .check(KIT_AND_CONTRACT);
    }

    @Test
    void packagesFormNoCircle() {
        packages.packagesFormNoCircle(known).check(classes);
        new PackageRules("dev.parlance.kit").packagesFormNoCircle(List.of()).check(KIT_AND_CONTRACT);
        new PackageRules("dev.parlance.contract")
                .packagesFormNoCircle(List.of())
                .check(KIT_AND_CONTRACT);
    }

    @Test
    void anAreaUsesOnlyTheAreasThatItMay() {
        packages.areasUseOnly(areas, known).check(classes);
        assertThat(PackageRules.areasOnCircles(areas)).isEmpty();
    }

    @Test
    void everyReadIsLimited() {
        ReadRules.everyReadIsLimited().check(classes);
    }

    @Test
    void everyTableHasAnOwner() {
        assertThat(tables.names()).isEqualTo(SqlTables.created(MIGRATIONS));
    }

    @Test
    void aTableIsNamedInSqlByItsOwnPackageOnly() {
        assertThat(tables.foreignUses()).containsExactlyInAnyOrderElementsOf(TableOwners.known(known));
    }

    @Test
    void aClassIsAKnownBreachOnlyAsLongAsItBreaksARule() {
        for (KnownBreach breach : known) {
            List<KnownBreach> others = new ArrayList<>(known);
            others.remove(breach);
            assertThat(breach.table() || breaksARule(others))
                    .as("no longer needed: from %s to %s", breach.from(), breach.to())
                    .isTrue();
        }
    }

    private boolean breaksARule(List<KnownBreach> allowed) {
        return packages.packagesFormNoCircle(allowed).evaluate(classes).hasViolation()
                || packages.areasUseOnly(areas, allowed).evaluate(classes).hasViolation();
    }

    @Test
    void onlyResourcesSpeakHttpAndOnlyConsumersSpeakKafka() {
        noClasses()
                .that(not(simpleNameEndingWith("Resource")))
                .and()
                .areTopLevelClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(classes);
        noClasses()
                .that(not(simpleNameEndingWith("Consumer")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive..")
                .check(classes);
    }

    @Test
    void onlyTheKitReadsTheClockAndMakesRandomIds() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(classes);
    }
}
