package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.highlight.Highlights.Highlight;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.vocabulary.Use;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.AnalysisEvent;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.DerivedId;
import dev.parlance.kit.time.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/// A turn with what was found in it.
///
/// @param revision 0 before it was first stored
record AnalyzedTurn(TurnRecorded turn, Analysis analysis, long revision, Instant createdAt, Instant completedAt) {

    Use use() {
        return new Use(turn.occurredAt(), turn.conversationId(), turn.sequence(), turn.turnId());
    }

    WordKey key(UsedWord word) {
        return new WordKey(turn.learner(), word.language(), word.lemma());
    }

    List<WordKey> keys() {
        return analysis.facts().words().stream().map(this::key).toList();
    }

    /// The same with its first uses as they are now, under a new revision.
    AnalyzedTurn withFirstUses(Predicate<WordKey> isFirst, Instant now) {
        Facts facts = analysis.facts();
        List<UsedWord> words = facts.words().stream()
                .map(word -> word.withFirstUse(isFirst.test(key(word))))
                .toList();
        return new AnalyzedTurn(
                turn, analysis.withFacts(facts.withWords(words)), Revision.after(revision, now), createdAt, now);
    }

    /// Its highlights: first uses in the order of the text, then the other moments.
    List<Highlight> highlights() {
        List<Highlight> highlights = new ArrayList<>();
        for (UsedWord word : analysis.facts().words()) {
            if (word.firstUse()) {
                highlights.add(highlight(new Moment(
                        Moment.NEW_WORD, place(word), "first use of " + word.display(), word.start(), word.end())));
            }
        }
        analysis.facts().moments().forEach(moment -> highlights.add(highlight(moment)));
        return highlights;
    }

    /// The id that the highlight of a first use has in this turn.
    UUID newWordId(WordKey key) {
        return id(Moment.NEW_WORD, key.language() + ":" + key.lemma());
    }

    TurnAnalyzed event() {
        Facts facts = analysis.facts();
        return new TurnAnalyzed(
                turn.tenant(),
                turn.learnerId(),
                turn.conversationId(),
                turn.turnId(),
                turn.sequence(),
                revision,
                analysis.status(),
                turn.language(),
                turn.channel(),
                turn.module(),
                turn.timeZone(),
                turn.localDate(),
                turn.occurredAt(),
                turn.durationMs(),
                analysis.analyzers(),
                facts.learnerWords(),
                facts.replyWords(),
                facts.sentences(),
                facts.words().stream().map(AnalyzedTurn::wire).toList(),
                highlights().stream()
                        .map(one -> new AnalysisEvent.Highlight(one.id(), one.type(), one.description(), one.excerpt()))
                        .toList(),
                List.of());
    }

    static AnalysisEvent.Word wire(UsedWord word) {
        return new AnalysisEvent.Word(
                word.lemma(), word.display(), word.surface(), word.count(), word.firstUse(), word.level());
    }

    private Highlight highlight(Moment moment) {
        return new Highlight(
                id(moment.type(), moment.place()),
                moment.type(),
                turn.learnerId(),
                turn.conversationId().value(),
                turn.turnId().value(),
                turn.occurredAt(),
                moment.description(),
                Excerpt.of(turn.learnerText(), moment.start(), moment.end()));
    }

    private UUID id(String type, String place) {
        return DerivedId.of("highlight", turn.tenant(), turn.turnId(), type, place);
    }

    private static String place(UsedWord word) {
        return word.language() + ":" + word.lemma();
    }
}
