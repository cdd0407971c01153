package dev.parlance.analysis.highlight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.OptionalDouble;

/// From where on a sentence is long and a turn emotional: for everybody, and other values for a tenant whose
/// learners are smaller or further. [HighlightRules] refuses what makes no sense.
@ConfigMapping(prefix = "parlance.highlights")
public interface HighlightConfig {
    /// How strong an emotion must be, above 0 to 1. Lower: more moments, and more of them everyday sentences; 1:
    /// none at all.
    @WithDefault("0.5")
    double emotionThreshold();

    /// Floors of long sentences by language, `und` for all languages without one, in words (`ja`, `zh`: in
    /// characters). What is not set stays as built in.
    Map<String, Integer> longSentence();

    /// By the tenant's name: what is not set there is as it is for everybody.
    Map<String, Tenant> tenants();

    /// What is different for one tenant.
    interface Tenant {
        /// As for everybody, for this tenant's learners.
        OptionalDouble emotionThreshold();

        /// Likewise: `parlance.highlights.tenants.kids.long-sentence.en=10`.
        Map<String, Integer> longSentence();
    }
}
