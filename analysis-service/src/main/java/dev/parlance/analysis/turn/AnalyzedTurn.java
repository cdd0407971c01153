package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.vocabulary.Use;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.AnalysisEvent.Word;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.DerivedId;
import dev.parlance.contract.Learner;
import dev.parlance.kit.time.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// A turn with what was found in it.
///
/// @param recorded   the turn as it was announced, JSON
/// @param transcript the revision of what was heard in it later, with which `turn` and `recorded` speak; 0: none
/// @param revision   0 before it was first stored
/// @param cause      the `traceparent` of the announcement, which is not stored: null where the turn comes from its
/// row
record AnalyzedTurn(
        TurnRecorded turn,
        String recorded,
        long transcript,
        Analysis analysis,
        long revision,
        Instant createdAt,
        Instant completedAt,
        String cause) {

    Use use() {
        return new Use(turn.occurredAt(), turn.conversationId(), turn.sequence(), turn.turnId());
    }

    /// The words of which it holds the learner's first use, as far as it knows.
    Set<WordKey> firstUses() {
        Learner learner = turn.learner();
        Set<WordKey> firsts = new HashSet<>();
        for (UsedWord word : analysis.facts().words()) {
            if (word.firstUse()) {
                firsts.add(word.key(learner));
            }
        }
        return firsts;
    }

    /// The same with its first uses as they are now, under a new revision.
    AnalyzedTurn withFirstUses(Predicate<WordKey> isFirst, Instant now) {
        Learner learner = turn.learner();
        Facts facts = analysis.facts();
        List<UsedWord> words = new ArrayList<>(facts.words().size());
        for (UsedWord word : facts.words()) {
            words.add(word.withFirstUse(isFirst.test(word.key(learner))));
        }
        return new AnalyzedTurn(
                turn,
                recorded,
                transcript,
                analysis.withFacts(facts.withWords(words)),
                Revision.after(revision, now),
                createdAt,
                now,
                cause);
    }

    /// The same turn, analysed again.
    AnalyzedTurn with(Analysis fresh) {
        return new AnalyzedTurn(turn, recorded, transcript, fresh, revision, createdAt, completedAt, cause);
    }

    /// The same turn as somebody has heard it later, in the place of what is stored of it.
    AnalyzedTurn inPlaceOf(AnalyzedTurn stored) {
        return new AnalyzedTurn(
                turn, recorded, transcript, analysis, stored.revision, stored.createdAt, completedAt, cause);
    }

    /// What is told of it, its highlights among it: first uses in the order of the text, then the other moments.
    TurnAnalyzed event() {
        Facts facts = analysis.facts();
        return new TurnAnalyzed(
                turn.tenant(),
                turn.learnerId(),
                turn.conversationId(),
                turn.turnId(),
                turn.sequence(),
                revision,
                transcript,
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
                words(),
                highlights(),
                List.of());
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>(analysis.facts().words().size());
        for (UsedWord word : analysis.facts().words()) {
            words.add(new Word(
                    word.language(),
                    word.lemma(),
                    word.display(),
                    word.surface(),
                    word.count(),
                    word.firstUse(),
                    word.level(),
                    word.band()));
        }
        return words;
    }

    private List<Highlight> highlights() {
        List<Highlight> highlights = new ArrayList<>();
        for (UsedWord word : analysis.facts().words()) {
            if (word.firstUse()) {
                highlights.add(highlight(new Moment(
                        Moment.NEW_WORD,
                        word.language() + ":" + word.lemma(),
                        "first use of " + word.display(),
                        word.start(),
                        word.end())));
            }
        }
        for (Moment moment : analysis.facts().moments()) {
            highlights.add(highlight(moment));
        }
        return highlights;
    }

    private Highlight highlight(Moment moment) {
        return new Highlight(
                DerivedId.of("highlight", turn.tenant(), turn.turnId(), moment.type(), moment.place()),
                moment.type(),
                moment.description(),
                Excerpt.of(turn.learnerText(), moment.start(), moment.end()));
    }
}
