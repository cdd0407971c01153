package dev.parlance.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// A use that a rule of [ArchitectureRules] forbids and that exists nevertheless. A list of these may only get
/// shorter: the tests fail for an entry that is no longer needed.
///
/// @param from   the using class, without the service's package: `fact.DayFacts`
/// @param to     the used class, without the service's package, or the used table
/// @param table  whether `to` is a table
/// @param reason why it exists, and what would end it
public record KnownBreach(String from, String to, boolean table, String reason) {

    public static KnownBreach ofClass(String from, String to, String reason) {
        return new KnownBreach(from, to, false, reason);
    }

    public static KnownBreach ofTable(String from, String table, String reason) {
        return new KnownBreach(from, table, true, reason);
    }

    static DescribedPredicate<JavaClass> isOrIsNestedIn(String type) {
        return DescribedPredicate.describe(
                type,
                javaClass ->
                        javaClass.getName().equals(type) || javaClass.getName().startsWith(type + "$"));
    }
}
