package dev.parlance.analysis.turn.store;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.Use;
import dev.parlance.analysis.vocabulary.VocabularyAnalyzer;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.contract.event.AnalysisEvent.Word;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.id.DerivedId;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.time.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// A turn with its analysis.
///
/// @param recordedJson       the turn's event, JSON
/// @param transcriptRevision the revision of the later transcript that `turn` and `recordedJson` hold; 0: none
/// @param revision           0 before it was first stored
/// @param traceparent        of the event; it is not stored: null where the turn was read from its row
public record AnalyzedTurn(
        TurnRecorded turn,
        String recordedJson,
        long transcriptRevision,
        Analysis analysis,
        long revision,
        Instant createdAt,
        Instant completedAt,
        String traceparent) {

    public VocabularyFindings vocabulary() {
        return VocabularyFindings.in(analysis.findings());
    }

    public Use use() {
        return new Use(turn.occurredAt(), turn.conversationId(), turn.sequence(), turn.turnId());
    }

    /// The words marked as having their first use in this turn.
    public Set<WordKey> firstUses() {
        Learner learner = turn.learner();
        Set<WordKey> firsts = new HashSet<>();
        for (TextWord word : vocabulary().words()) {
            if (word.firstUse()) {
                firsts.add(word.key(learner));
            }
        }
        return firsts;
    }

    /// The same turn with its first uses as they are now, under a new revision.
    public AnalyzedTurn withFirstUses(Predicate<WordKey> isFirst, Instant now) {
        Learner learner = turn.learner();
        TurnFindings findings = analysis.findings();
        TurnFindings changed = findings.find(VocabularyFindings.class)
                .map(found -> findings.with(
                        VocabularyAnalyzer.NAME, found.withFirstUses(word -> isFirst.test(word.key(learner)))))
                .orElse(findings);
        return new AnalyzedTurn(
                turn,
                recordedJson,
                transcriptRevision,
                analysis.withFindings(changed),
                Revision.after(revision, now),
                createdAt,
                now,
                traceparent);
    }

    /// The same turn, analysed again.
    public AnalyzedTurn withAnalysis(Analysis changed) {
        return new AnalyzedTurn(
                turn, recordedJson, transcriptRevision, changed, revision, createdAt, completedAt, traceparent);
    }

    /// This turn, with its later transcript, in the place of the stored one.
    public AnalyzedTurn replacing(AnalyzedTurn stored) {
        return new AnalyzedTurn(
                turn,
                recordedJson,
                transcriptRevision,
                analysis,
                stored.revision,
                stored.createdAt,
                completedAt,
                traceparent);
    }

    /// The event to publish. Its highlights are the first uses in the order of the text, then the analysers'.
    public TurnAnalyzed toEvent() {
        VocabularyFindings vocabulary = vocabulary();
        return new TurnAnalyzed(
                turn.context(),
                revision,
                transcriptRevision,
                analysis.status(),
                turn.durationMs(),
                analysis.analyzers(),
                vocabulary.learnerWords(),
                vocabulary.replyWords(),
                vocabulary.sentences(),
                words(),
                highlights(),
                analysis.findings().findings().stream()
                        .map(AnalysisJson::toJson)
                        .toList());
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>(vocabulary().words().size());
        for (TextWord word : vocabulary().words()) {
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
        for (TextWord word : vocabulary().words()) {
            if (word.firstUse()) {
                highlights.add(highlight(new TextHighlight(
                        TextHighlight.NEW_WORD,
                        word.language() + ":" + word.lemma(),
                        "first use of " + word.display(),
                        word.start(),
                        word.end())));
            }
        }
        for (TextHighlight found : analysis.findings().highlights()) {
            highlights.add(highlight(found));
        }
        return highlights;
    }

    private Highlight highlight(TextHighlight found) {
        return new Highlight(
                DerivedId.of("highlight", turn.tenant(), turn.turnId(), found.type(), found.place()),
                found.type(),
                found.description(),
                Excerpt.of(turn.learnerText(), found.start(), found.end()));
    }
}
