/// Learners' local days: their figures, computed from the facts, and what the tenant's dates add up to. The feature
/// `fact` says which days to look at again; the feature `module` shares their keys.
package dev.parlance.summary.day;
