package dev.parlance.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.parlance.kit.read.LimitedRead;
import dev.parlance.kit.read.ReadLimit;
import jakarta.ws.rs.GET;

/// That readers leave connections to consumers and writers.
final class ReadRules {
    /// They answer without the database.
    private static final DescribedPredicate<JavaClass> FROM_MEMORY =
            simpleName("PipelineResource").or(simpleName("TryResource"));

    private static final DescribedPredicate<JavaClass> LIMITS_ITSELF = DescribedPredicate.describe(
            "limits its reads itself", resource -> resource.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(ReadLimit.class)));

    private ReadRules() {}

    static ArchRule everyReadIsLimited() {
        return methods()
                .that()
                .areAnnotatedWith(GET.class)
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.not(FROM_MEMORY.or(LIMITS_ITSELF)))
                .should()
                .beAnnotatedWith(LimitedRead.class);
    }
}
