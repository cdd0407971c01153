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
import dev.parlance.kit.read.ReadLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The turns in which a learner used a word or the partner did. The partner's words are not stored: the replies are
/// tokenized again, as far back as the page reaches, while neither a connection nor a permit to read is held
/// (docs/decisions/0027-replies-are-tokenized-when-they-are-read.md).
@ApplicationScoped
public class WordOccurrences {
    /// Turns read for one page of the answer.
    private static final int MAX_SCANNED_TURNS = 2_000;
    /// Turns read at once; they are in memory together.
    private static final int MAX_BATCH_TURNS = 100;
    /// No further batch is read after that time.
    private static final Duration MAX_SCAN_TIME = Duration.ofSeconds(5);

    private final LearnerTurns learnerTurns;
    private final Languages languages;
    private final ReadLimit reads;

    WordOccurrences(LearnerTurns learnerTurns, Languages languages, ReadLimit reads) {
        this.learnerTurns = learnerTurns;
        this.languages = languages;
        this.reads = reads;
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
    /// ends after [#MAX_SCANNED_TURNS] turns, or after the batch in which [#MAX_SCAN_TIME] is over.
    public Page<Meeting> list(WordKey word, PageRequest page) {
        var search = new OccurrenceSearch(word, page);
        search.run();
        return search.isTruncated()
                ? Page.partial(search.meetings, page, cursor(search.at, search.turn))
                : Page.of(search.meetings, page, last -> cursor(last.occurredAt(), last.turnId()));
    }

    private static List<String> cursor(Instant occurredAt, UUID turn) {
        return List.of(occurredAt.toString(), turn.toString());
    }

    private final class OccurrenceSearch {
        private final WordKey word;
        private final int wanted;
        private final List<Meeting> meetings = new ArrayList<>();
        private final long deadline = System.nanoTime() + MAX_SCAN_TIME.toNanos();
        private int scannedTurns;
        private boolean isAtTheEnd;
        /// The last turn that was looked at.
        private Instant at;

        private UUID turn;

        OccurrenceSearch(WordKey word, PageRequest page) {
            this.word = word;
            this.wanted = page.rows();
            this.at = page.instantAfter(0);
            this.turn = page.uuidAfter(1);
        }

        void run() {
            while (!isFull() && !isAtTheEnd && scannedTurns < MAX_SCANNED_TURNS && System.nanoTime() < deadline) {
                List<AnalyzedTurn> batch =
                        reads.call(() -> learnerTurns.findOlder(word.learner(), at, turn, MAX_BATCH_TURNS));
                batch.forEach(this::look);
                isAtTheEnd = batch.size() < MAX_BATCH_TURNS;
            }
        }

        private void look(AnalyzedTurn next) {
            if (isFull()) {
                return;
            }
            meeting(word, next).ifPresent(meetings::add);
            at = next.turn().occurredAt();
            turn = next.turn().turnId().value();
            scannedTurns++;
        }

        private boolean isFull() {
            return meetings.size() == wanted;
        }

        boolean isTruncated() {
            return !isFull() && !isAtTheEnd;
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
