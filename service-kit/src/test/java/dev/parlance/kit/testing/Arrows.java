package dev.parlance.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which part of a service may know which other; each service's own test is one of these.
public abstract class Arrows {
    private static final JavaClasses KIT_AND_CONTRACT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parlance.kit", "dev.parlance.contract");

    private final String service;
    private final JavaClasses classes;

    /// @param service the service's own package
    protected Arrows(String service) {
        this.service = service;
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
    void featuresFormNoCycle() {
        slices().matching(service + ".(*)..").should().beFreeOfCycles().check(classes);
        slices().matching("dev.parlance.kit.(*)..").should().beFreeOfCycles().check(KIT_AND_CONTRACT);
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
    void onlyTheKitLooksAtTheClockAndThrowsDice() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(classes);
    }
}
