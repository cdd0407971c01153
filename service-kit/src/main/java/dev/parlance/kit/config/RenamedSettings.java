package dev.parlance.kit.config;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Reads a setting under its former name where that is set by a source of a higher ordinal than its present name, and
/// logs a warning once for each.
///
/// The names stand in `META-INF/parlance-renamed-settings.properties` of each module, one line `new.name=old.name`
/// each; a `*` stands for one segment. A line may go one release after the rename.
@Priority(Priorities.LIBRARY + 310)
public final class RenamedSettings implements ConfigSourceInterceptor {
    static final String RESOURCE = "META-INF/parlance-renamed-settings.properties";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(RenamedSettings.class);
    /// Outlives an instance: Quarkus reads its configuration several times as it starts.
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private final transient Map<String, String> formerNames = new HashMap<>();
    private final transient Map<String, String> presentNames = new HashMap<>();
    private final transient List<Rename> patterns = new ArrayList<>();

    public RenamedSettings() {
        this(read());
    }

    RenamedSettings(List<Rename> renames) {
        for (Rename rename : renames) {
            if (rename.present().contains("*")) {
                patterns.add(rename);
            } else {
                formerNames.put(rename.present(), rename.former());
                presentNames.put(rename.former(), rename.present());
            }
        }
    }

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue present = context.proceed(name);
        Optional<ConfigValue> former = formerName(name).map(context::proceed);
        if (former.isEmpty()
                || (present != null
                        && present.getConfigSourceOrdinal() >= former.get().getConfigSourceOrdinal())) {
            return present;
        }
        if (WARNED.add(former.get().getName())) {
            LOG.warnf(
                    "event=setting-renamed old=%s new=%s: the old name is read for one more release",
                    former.get().getName(), name);
        }
        return former.get().withName(name);
    }

    /// Each former name appears as the present one: names under the prefix of a mapping that it does not know would
    /// keep the service from starting.
    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Set<String> names = new LinkedHashSet<>();
        context.iterateNames().forEachRemaining(name -> names.add(presentName(name)));
        return names.iterator();
    }

    private Optional<String> formerName(String name) {
        String former = formerNames.get(name);
        return former != null
                ? Optional.of(former)
                : patterns.stream()
                        .flatMap(rename -> rename.former(name).stream())
                        .findFirst();
    }

    private String presentName(String name) {
        String present = presentNames.get(name);
        return present != null
                ? present
                : patterns.stream()
                        .flatMap(rename -> rename.present(name).stream())
                        .findFirst()
                        .orElse(name);
    }

    private static List<Rename> read() {
        List<Rename> renames = new ArrayList<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources(RESOURCE))) {
                Properties properties = new Properties();
                try (InputStream in = file.openStream()) {
                    properties.load(in);
                }
                properties
                        .stringPropertyNames()
                        .forEach(present -> renames.add(new Rename(present, properties.getProperty(present))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return renames;
    }

    /// One setting's two names, with the same number of stars in each.
    record Rename(String present, String former, Pattern presentPattern, Pattern formerPattern) {
        Rename(String present, String former) {
            this(present, former, pattern(present), pattern(former));
        }

        Optional<String> former(String name) {
            return translate(name, presentPattern, former);
        }

        Optional<String> present(String name) {
            return translate(name, formerPattern, present);
        }

        private static Optional<String> translate(String name, Pattern from, String to) {
            var matcher = from.matcher(name);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String translated = to;
            for (int i = 1; i <= matcher.groupCount(); i++) {
                translated = translated.replaceFirst("\\*", Matcher.quoteReplacement(matcher.group(i)));
            }
            return Optional.of(translated);
        }

        /// A segment may be quoted, and hold dots then.
        private static Pattern pattern(String name) {
            return Pattern.compile(Pattern.quote(name).replace("*", "\\E(\"[^\"]*\"|[^.]*)\\Q"));
        }
    }
}
