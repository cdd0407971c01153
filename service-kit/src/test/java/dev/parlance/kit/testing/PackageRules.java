package dev.parlance.kit.testing;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.parlance.kit.testing.KnownBreach.isOrIsNestedIn;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Rules on which package may use which.
///
/// @param root the package whose first-level packages are the areas
record PackageRules(String root) {
    private static final String ROOT_LAYER = "(root)";

    /// No package, of whatever depth, uses itself by way of another one.
    ArchRule packagesFormNoCircle(Collection<KnownBreach> known) {
        var rule = slices().assignedFrom(new ByPackage(root)).should().beFreeOfCycles();
        for (KnownBreach breach : known) {
            rule = rule.ignoreDependency(
                    isOrIsNestedIn(root + "." + breach.from()), isOrIsNestedIn(root + "." + breach.to()));
        }
        return rule;
    }

    /// An area uses only those that the table allows it, and the root package; the root package uses no area.
    ///
    /// @param areas for each area the areas that it may use; an area without classes and a class without an area
    ///     are breaches, too
    ArchRule areasUseOnly(Map<String, Set<String>> areas, Collection<KnownBreach> known) {
        var rule = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .ensureAllClassesAreContainedInArchitecture()
                .optionalLayer(ROOT_LAYER)
                .definedBy(root)
                .whereLayer(ROOT_LAYER)
                .mayNotAccessAnyLayer();
        for (String area : areas.keySet()) {
            rule = rule.layer(area).definedBy(root + "." + area + "..");
        }
        for (var area : areas.entrySet()) {
            rule = rule.whereLayer(area.getKey())
                    .mayOnlyAccessLayers(Stream.concat(Stream.of(ROOT_LAYER), area.getValue().stream())
                            .toArray(String[]::new));
        }
        for (KnownBreach breach : known) {
            rule = rule.ignoreDependency(
                    isOrIsNestedIn(root + "." + breach.from()), isOrIsNestedIn(root + "." + breach.to()));
        }
        return rule;
    }

    /// The areas that take part in a circle of the table, or use one that does.
    static Set<String> areasOnCircles(Map<String, Set<String>> areas) {
        Map<String, Set<String>> left = new HashMap<>(areas);
        boolean removed = true;
        while (removed) {
            Set<String> names = Set.copyOf(left.keySet());
            removed = left.values().removeIf(used -> used.stream().noneMatch(names::contains));
        }
        return left.keySet();
    }

    private record ByPackage(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }
}
