package dev.parlance.analysis.query;

import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.TokenizedText;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.LearnerTurns;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.TextWord.LanguageLemma;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The turns in which a learner used a word or the partner did. The partner's words are not stored: the replies are
/// tokenized again, as far back as the page reaches.
@ApplicationScoped
public class WordOccurrences {
    /// Turns read for one page: tokenizing replies takes time, and a transaction is open meanwhile.
    private static final int MAX_SCANNED_TURNS = 2_000;

    private final LearnerTurns learnerTurns;
    private final Languages languages;

    WordOccurrences(LearnerTurns learnerTurns, Languages languages) {
        this.learnerTurns = learnerTurns;
        this.languages = languages;
    }

    /// A turn in which the learner, the partner or both use the word.
    ///
    /// @param date         the local day
    /// @param used         how often the learner used it
    /// @param heard        how often the partner did
    /// @param excerpt      of the learner's text, around the first use; null where only the partner used it
    /// @param replyExcerpt of the reply, likewise
    public record Meeting(
            UUID turnId,
            UUID conversationId,
            Instant occurredAt,
            LocalDate date,
            int used,
            int heard,
            String excerpt,
            String replyExcerpt) {}

    /// A page of them, newest first. A page of a rare word may be short, or empty, and still not be the last one: it
    /// ends after [#MAX_SCANNED_TURNS] turns.
    @Transactional
    public Page<Meeting> list(WordKey word, PageRequest page) {
        var search = new OccurrenceSearch(word, page.rows());
        Instant at = page.instantAfter(0);
        UUID turn = page.uuidAfter(1);
        learnerTurns.scanNewestFirst(word.learner(), at, turn, search::accept);
        return search.isTruncated()
                ? Page.partial(
                        search.meetings,
                        page,
                        cursor(search.last.occurredAt(), search.last.turnId().value()))
                : Page.of(search.meetings, page, last -> cursor(last.occurredAt(), last.turnId()));
    }

    private static List<String> cursor(Instant occurredAt, UUID turn) {
        return List.of(occurredAt.toString(), turn.toString());
    }

    private final class OccurrenceSearch {
        private final WordKey word;
        private final int wanted;
        private final List<Meeting> meetings = new ArrayList<>();
        private int scannedTurns;
        private TurnRecorded last;

        OccurrenceSearch(WordKey word, int wanted) {
            this.word = word;
            this.wanted = wanted;
        }

        boolean accept(AnalyzedTurn next) {
            meeting(word, next).ifPresent(meetings::add);
            last = next.turn();
            scannedTurns++;
            return meetings.size() < wanted && scannedTurns < MAX_SCANNED_TURNS;
        }

        boolean isTruncated() {
            return meetings.size() < wanted && scannedTurns == MAX_SCANNED_TURNS;
        }
    }

    private Optional<Meeting> meeting(WordKey word, AnalyzedTurn turn) {
        TurnRecorded recorded = turn.turn();
        Optional<TextWord> used = turn.vocabulary().words().stream()
                .filter(each -> each.key(word.learner()).equals(word))
                .findFirst();
        List<Token> inReply = findInReply(word, recorded);
        if (used.isEmpty() && inReply.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Meeting(
                recorded.turnId().value(),
                recorded.conversationId().value(),
                recorded.occurredAt(),
                recorded.localDate(),
                used.map(TextWord::count).orElse(0),
                inReply.size(),
                used.map(each -> Excerpt.of(recorded.learnerText(), each.start(), each.end()))
                        .orElse(null),
                inReply.isEmpty()
                        ? null
                        : Excerpt.of(
                                recorded.replyText(),
                                inReply.getFirst().start(),
                                inReply.getFirst().end())));
    }

    private static List<Token> findTokens(WordKey word, TokenizedText text) {
        return text.words().stream()
                .filter(token -> token.lemma().equals(word.lemma()))
                .filter(token ->
                        LanguageLemma.of(token, text.language()).language().equals(word.language()))
                .toList();
    }

    private List<Token> findInReply(WordKey word, TurnRecorded turn) {
        return turn.replyText() == null
                ? List.of()
                : findTokens(
                        word,
                        languages.tokenizeWithin(
                                TextAnalysis.LANGUAGE_LOAD_TIMEOUT, turn.replyText(), turn.language()));
    }
}
