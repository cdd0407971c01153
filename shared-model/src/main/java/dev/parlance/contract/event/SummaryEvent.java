package dev.parlance.contract.event;

import dev.parlance.contract.id.Learner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// Daily summaries, on compacted topics: the last value of a key is the current one.
public sealed interface SummaryEvent extends Event {

    LocalDate date();

    long revision();

    Instant updatedAt();

    @Override
    default String subject() {
        return key();
    }

    @Override
    default Instant time() {
        return updatedAt();
    }

    @Override
    default String occurrence() {
        return Long.toString(revision());
    }

    /// The number of turns of one module or channel.
    record Turns(int turns) {}

    /// One learner's local day. Holds no text and no words.
    ///
    /// @param timeZone   IANA name, of the day's last turn
    /// @param speakingMs milliseconds of the learner's speech, of the turns whose duration is known
    @WireName("parlance.daily-summary.v1")
    record DailySummary(
            String tenant,
            String learnerId,
            LocalDate date,
            String timeZone,
            long revision,
            int conversations,
            int turns,
            int learnerWords,
            int replyWords,
            int uniqueWords,
            int newWords,
            int sentences,
            long speakingMs,
            Map<String, Integer> highlights,
            Map<String, Turns> byModule,
            Map<String, Turns> byChannel,
            Instant firstTurnAt,
            Instant lastTurnAt,
            Instant updatedAt)
            implements SummaryEvent {
        public DailySummary {
            Require.learner(tenant, learnerId);
            Require.present("date", date);
            Require.positive("revision", revision);
            highlights = new LinkedHashMap<>(Require.present("highlights", highlights));
            byModule = new LinkedHashMap<>(Require.present("byModule", byModule));
            byChannel = new LinkedHashMap<>(Require.present("byChannel", byChannel));
        }

        /// The key on the compacted topic.
        public static String key(Learner learner, LocalDate date) {
            return learner.key() + "/" + date;
        }

        @Override
        public Topic topic() {
            return Topic.DAILY_SUMMARIES;
        }

        @Override
        public String key() {
            return key(new Learner(tenant, learnerId), date);
        }
    }

    /// One day of a module, over all learners of a tenant.
    ///
    /// @param learners distinct learners with a turn in the module on that day
    @WireName("parlance.module-usage.v1")
    record ModuleUsage(
            String tenant,
            String module,
            LocalDate date,
            long revision,
            int turns,
            int conversations,
            int learners,
            int learnerWords,
            int newWords,
            long speakingMs,
            Map<String, Turns> byChannel,
            Instant updatedAt)
            implements SummaryEvent {
        public ModuleUsage {
            Require.present("tenant", tenant);
            Require.module(Require.present("module", module));
            Require.present("date", date);
            Require.positive("revision", revision);
            byChannel = new LinkedHashMap<>(Require.present("byChannel", byChannel));
        }

        /// The key on the compacted topic.
        public static String key(String tenant, String module, LocalDate date) {
            return tenant + "/" + module + "/" + date;
        }

        @Override
        public Topic topic() {
            return Topic.MODULE_USAGE;
        }

        @Override
        public String key() {
            return key(tenant, module, date);
        }
    }
}
