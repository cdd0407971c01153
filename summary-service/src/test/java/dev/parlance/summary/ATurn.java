package dev.parlance.summary;

import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.DerivedId;
import dev.parlance.contract.TurnId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds analysed turns as the analysis would tell of them.
public final class ATurn {
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

    public static ATurn by(String learner) {
        var turn = new ATurn();
        turn.learner = learner;
        return turn;
    }

    public ATurn ofTenant(String itsTenant) {
        tenant = itsTenant;
        return this;
    }

    /// @param number its place; the turn's id is derived of conversation and place
    public ATurn in(String itsConversation, int number) {
        conversation = itsConversation;
        turn = Integer.toString(number);
        sequence = number;
        return this;
    }

    public ATurn revision(long number) {
        revision = number;
        return this;
    }

    public ATurn status(String itsStatus) {
        status = itsStatus;
        return this;
    }

    public ATurn language(String itsLanguage) {
        language = itsLanguage;
        return this;
    }

    public ATurn channel(String itsChannel) {
        channel = itsChannel;
        return this;
    }

    /// @param name null for none
    public ATurn module(String name) {
        module = name;
        return this;
    }

    public ATurn at(String instant, String zone) {
        occurredAt = Instant.parse(instant);
        timeZone = zone;
        return this;
    }

    public ATurn lasting(Integer milliseconds) {
        durationMs = milliseconds;
        return this;
    }

    public ATurn sentences(int count) {
        sentences = count;
        return this;
    }

    public ATurn replyWords(int count) {
        replyWords = count;
        return this;
    }

    public ATurn saying(String... lemmas) {
        for (String lemma : lemmas) {
            words.add(new Word(null, lemma, lemma, lemma, 1, false, null, null));
        }
        return this;
    }

    public ATurn sayingFirst(String lemma) {
        words.add(new Word(null, lemma, lemma, lemma, 1, true, null, null));
        return highlighted("new_word");
    }

    public ATurn highlighted(String type) {
        highlights.add(new Highlight(DerivedId.of(turn, type, highlights.size()), type, "a moment", "…"));
        return this;
    }

    public TurnAnalyzed build() {
        return new TurnAnalyzed(
                tenant,
                learner,
                new ConversationId(DerivedId.of("conversation", conversation)),
                new TurnId(DerivedId.of("turn", conversation, turn)),
                sequence,
                revision,
                0L,
                status,
                language,
                channel,
                module,
                timeZone,
                occurredAt.atZone(ZoneId.of(timeZone)).toLocalDate(),
                occurredAt,
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
