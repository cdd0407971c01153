package dev.parlance.summary;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.DerivedId;
import dev.parlance.contract.id.TurnId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds `TurnAnalyzed` events as analysis-service publishes them.
public final class TurnAnalyzedBuilder {
    private String tenant = "default";
    private String learner = "hana";
    private String conversation = "breakfast";
    private String turn = "1";
    private int sequence = 1;
    private long revision = 1;
    private String status = "completed";
    private String language = "en";
    private String channel = "app";
    private String module = "free-talk";
    private String timeZone = "UTC";
    private Instant occurredAt = Instant.parse("2026-11-20T08:15:30.120Z");
    private Integer durationMs = 1_000;
    private int replyWords = 3;
    private int sentences = 1;
    private final List<Word> words = new ArrayList<>();
    private final List<Highlight> highlights = new ArrayList<>();

    public static TurnAnalyzedBuilder by(String learner) {
        var turn = new TurnAnalyzedBuilder();
        turn.learner = learner;
        return turn;
    }

    public TurnAnalyzedBuilder ofTenant(String itsTenant) {
        tenant = itsTenant;
        return this;
    }

    /// @param number its sequence; the turn's id is derived from conversation and number
    public TurnAnalyzedBuilder in(String itsConversation, int number) {
        conversation = itsConversation;
        turn = Integer.toString(number);
        sequence = number;
        return this;
    }

    public TurnAnalyzedBuilder revision(long number) {
        revision = number;
        return this;
    }

    public TurnAnalyzedBuilder status(String itsStatus) {
        status = itsStatus;
        return this;
    }

    public TurnAnalyzedBuilder language(String itsLanguage) {
        language = itsLanguage;
        return this;
    }

    public TurnAnalyzedBuilder channel(String itsChannel) {
        channel = itsChannel;
        return this;
    }

    /// @param name null for none
    public TurnAnalyzedBuilder module(String name) {
        module = name;
        return this;
    }

    public TurnAnalyzedBuilder at(String instant, String zone) {
        occurredAt = Instant.parse(instant);
        timeZone = zone;
        return this;
    }

    public TurnAnalyzedBuilder lasting(Integer milliseconds) {
        durationMs = milliseconds;
        return this;
    }

    public TurnAnalyzedBuilder sentences(int count) {
        sentences = count;
        return this;
    }

    public TurnAnalyzedBuilder replyWords(int count) {
        replyWords = count;
        return this;
    }

    public TurnAnalyzedBuilder saying(String... lemmas) {
        for (String lemma : lemmas) {
            words.add(new Word(null, lemma, lemma, lemma, 1, false, null, null));
        }
        return this;
    }

    public TurnAnalyzedBuilder sayingFirst(String lemma) {
        words.add(new Word(null, lemma, lemma, lemma, 1, true, null, null));
        return highlighted("new_word");
    }

    public TurnAnalyzedBuilder highlighted(String type) {
        highlights.add(new Highlight(DerivedId.of(turn, type, highlights.size()), type, "a moment", "…"));
        return this;
    }

    public TurnAnalyzed build() {
        var context = new TurnContext(
                tenant,
                learner,
                new ConversationId(DerivedId.of("conversation", conversation)),
                new TurnId(DerivedId.of("turn", conversation, turn)),
                sequence,
                channel,
                module,
                language,
                timeZone,
                occurredAt.atZone(ZoneId.of(timeZone)).toLocalDate(),
                occurredAt);
        return new TurnAnalyzed(
                context,
                revision,
                0L,
                status,
                durationMs,
                Map.of("vocabulary", 1),
                words.stream().mapToInt(Word::count).sum(),
                replyWords,
                sentences,
                words,
                highlights,
                List.of());
    }
}
