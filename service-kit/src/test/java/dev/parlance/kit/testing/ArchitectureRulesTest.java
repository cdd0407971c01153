package dev.parlance.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parlance.planted.customer.Customer;
import dev.parlance.planted.order.line.Line;
import dev.parlance.planted.order.price.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each rule finds a breach that is planted for it, and accepts it as a known one.
class ArchitectureRulesTest {
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importClasses(Customer.class, Line.class, Price.class);
    private static final PackageRules RULES = new PackageRules("dev.parlance.planted");
    private static final Map<String, Set<String>> AREAS = Map.of("customer", Set.of("order"), "order", Set.of());

    @TempDir
    private Path module;

    @Test
    void aCircleOfPackagesWithinOneAreaIsFound() {
        assertThat(RULES.packagesFormNoCircle(List.of()).evaluate(PLANTED).hasViolation())
                .isTrue();
        var known = KnownBreach.ofClass("order.price.Price", "order.line.Line", "planted");
        assertThat(RULES.packagesFormNoCircle(List.of(known)).evaluate(PLANTED).hasViolation())
                .isFalse();
    }

    @Test
    void anAreaThatUsesAnotherThanTheTableAllowsIsFound() {
        assertThat(areaBreached(AREAS, List.of())).isFalse();
        Map<String, Set<String>> none = Map.of("customer", Set.of(), "order", Set.of());
        assertThat(areaBreached(none, List.of())).isTrue();
        assertThat(areaBreached(
                        none, List.of(KnownBreach.ofClass("customer.Customer", "order.price.Price", "planted"))))
                .isFalse();
    }

    @Test
    void anAreaWithoutClassesAndAClassWithoutAnAreaAreFound() {
        assertThat(areaBreached(Map.of("order", Set.of()), List.of())).isTrue();
        assertThat(areaBreached(Map.of("customer", Set.of("order"), "order", Set.of(), "parcel", Set.of()), List.of()))
                .isTrue();
    }

    @Test
    void aCircleInTheTableOfAreasIsFound() {
        assertThat(PackageRules.areasOnCircles(AREAS)).isEmpty();
        assertThat(PackageRules.areasOnCircles(
                        Map.of("customer", Set.of("order"), "order", Set.of("parcel"), "parcel", Set.of("order"))))
                .contains("order", "parcel");
    }

    @Test
    void aTableThatAnotherPackageNamesInSqlIsFound() throws IOException {
        // Given
        write("customer/Customers.java", """
                /// Not a use: "select * from order_line".
                class Customers {
                    private static final char QUOTE = '"';
                    private static final String OWN = "update customer set name = :name where id = :id";
                    private static final String TOTALS = \"""
                            select sum(l.amount)
                            from customer c, order_line l
                            \""";
                }
                """);
        write("order/Orders.java", """
                class Orders {
                    String sql = "insert into order_line (id) values (:id)" + "on conflict do nothing";
                    String foreign = "select 1 " + "from outbox";
                }
                """);
        var owners = new TableOwners("dev.parlance.planted", Map.of("customer", "customer", "order_line", "order"));
        // When, then
        assertThat(owners.foreignUses(module))
                .containsExactlyInAnyOrderElementsOf(TableOwners.known(List.of(
                        KnownBreach.ofTable("customer.Customers", "order_line", "planted"),
                        KnownBreach.ofTable("order.Orders", "outbox", "planted"))));
    }

    @Test
    void theTablesAreThoseThatTheMigrationsLeave() throws IOException {
        // Given
        write("V1__one.sql", "create table customer (id int);\ncreate unlogged table basket (id int);");
        write("V2__two.sql", "drop table basket;\nCREATE TABLE IF NOT EXISTS parcel (id int);");
        // When, then
        assertThat(SqlTables.created(module)).containsExactly("customer", "parcel");
    }

    private static boolean areaBreached(Map<String, Set<String>> areas, List<KnownBreach> known) {
        return RULES.areasUseOnly(areas, known).evaluate(PLANTED).hasViolation();
    }

    private void write(String file, String text) throws IOException {
        Path target = module.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }
}
