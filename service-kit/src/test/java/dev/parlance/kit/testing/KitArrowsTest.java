package dev.parlance.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Circles of the kit's packages, and who names the kit's tables.
class KitArrowsTest {
    private static final String KIT = "dev.parlance.kit";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(KIT);
    private static final TableOwners TABLES = new TableOwners(KIT, TableOwners.KIT_TABLES);

    @Test
    void packagesFormNoCircle() {
        new PackageRules(KIT).packagesFormNoCircle(List.of()).check(CLASSES);
    }

    @Test
    void everyReadIsLimited() {
        ReadRules.everyReadIsLimited().check(CLASSES);
    }

    @Test
    void everyTableHasAnOwner() {
        assertThat(TABLES.names()).isEqualTo(SqlTables.created(Path.of("src/main/resources/db/kit")));
    }

    @Test
    void aTableIsNamedInSqlByItsOwnPackageOnly() {
        assertThat(TABLES.foreignUses()).isEmpty();
    }
}
