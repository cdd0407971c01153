package dev.parlance.analysis.highlight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.OptionalDouble;

/// From which length a sentence is long and from which strength a turn is emotional: for all tenants, with other
/// values for a tenant whose learners are younger or more advanced. [HighlightRules] refuses invalid values.
@ConfigMapping(prefix = "parlance.highlights")
public interface HighlightConfig {
    /// How strong an emotion must be, above 0 to 1. Lower: more highlights, and more of them everyday sentences; 1:
    /// none.
    @WithDefault("0.5")
    double emotionThreshold();

    /// Minimum lengths of long sentences by language, `und` for all languages without one, in words (`ja`, `zh`: in
    /// characters). Languages that are not set keep the built-in value.
    Map<String, Integer> longSentence();

    /// By the tenant's name: what is not set there is as for all tenants.
    Map<String, Tenant> tenants();

    /// What differs for one tenant.
    interface Tenant {
        /// See [HighlightConfig#emotionThreshold].
        OptionalDouble emotionThreshold();

        /// See [HighlightConfig#longSentence]: `parlance.highlights.tenants.kids.long-sentence.en=10`.
        Map<String, Integer> longSentence();
    }
}
