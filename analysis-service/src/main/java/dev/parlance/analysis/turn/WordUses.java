package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.Excerpt;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
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

/// Where a learner has met a word. Words of the partner are not stored: replies are read again as far back as the
/// page reaches.
@ApplicationScoped
public class WordUses {
    /// Turns that are looked at for one page. To read a reply takes its time, and a transaction is open meanwhile.
    private static final int MOST_LOOKED_AT = 2_000;

    private final LearnerTurns learnerTurns;
    private final Languages languages;

    WordUses(LearnerTurns learnerTurns, Languages languages) {
        this.learnerTurns = learnerTurns;
        this.languages = languages;
    }

    /// A turn in which the word is used by the learner, heard from the partner, or both.
    ///
    /// @param date         the local day
    /// @param used         how often the learner used it
    /// @param heard        how often the partner did
    /// @param excerpt      of what the learner said, around the first use; null where it was only heard
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

    /// Newest first, a page of them. A page of a rare word may be short, or empty, and still not be the last one: it
    /// ends where so many turns have been looked at.
    @Transactional
    public Page<Meeting> list(WordKey word, PageRequest page) {
        var search = new Search(word, page.rows());
        Instant at = page.isFirst() ? null : Instant.parse(page.after().get(0));
        UUID turn = page.isFirst() ? null : UUID.fromString(page.after().get(1));
        learnerTurns.newestFirst(word.learner(), at, turn, search::goesOnBehind);
        return search.isCutShort()
                ? Page.cutShort(
                        search.met,
                        page,
                        place(search.last.occurredAt(), search.last.turnId().value()))
                : Page.of(search.met, page, last -> place(last.occurredAt(), last.turnId()));
    }

    private static List<String> place(Instant occurredAt, UUID turn) {
        return List.of(occurredAt.toString(), turn.toString());
    }

    private final class Search {
        private final WordKey word;
        private final int wanted;
        private final List<Meeting> met = new ArrayList<>();
        private int looked;
        private TurnRecorded last;

        Search(WordKey word, int wanted) {
            this.word = word;
            this.wanted = wanted;
        }

        boolean goesOnBehind(AnalyzedTurn next) {
            meeting(word, next).ifPresent(met::add);
            last = next.turn();
            looked++;
            return met.size() < wanted && looked < MOST_LOOKED_AT;
        }

        boolean isCutShort() {
            return met.size() < wanted && looked == MOST_LOOKED_AT;
        }
    }

    private Optional<Meeting> meeting(WordKey word, AnalyzedTurn turn) {
        TurnRecorded recorded = turn.turn();
        Optional<UsedWord> used = turn.analysis().facts().words().stream()
                .filter(each -> each.key(word.learner()).equals(word))
                .findFirst();
        List<Token> heard = heard(word, recorded);
        if (used.isEmpty() && heard.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Meeting(
                recorded.turnId().value(),
                recorded.conversationId().value(),
                recorded.occurredAt(),
                recorded.localDate(),
                used.map(UsedWord::count).orElse(0),
                heard.size(),
                used.map(each -> Excerpt.of(recorded.learnerText(), each.start(), each.end()))
                        .orElse(null),
                heard.isEmpty()
                        ? null
                        : Excerpt.of(
                                recorded.replyText(),
                                heard.getFirst().start(),
                                heard.getFirst().end())));
    }

    private static List<Token> of(WordKey word, ReadText text) {
        return text.words().stream()
                .filter(token -> token.lemma().equals(word.lemma()))
                .filter(token -> UsedWord.language(token, text.language()).equals(word.language()))
                .toList();
    }

    private List<Token> heard(WordKey word, TurnRecorded turn) {
        return turn.replyText() == null
                ? List.of()
                : of(word, languages.readWithin(TextAnalysis.PATIENT, turn.replyText(), turn.language()));
    }
}
