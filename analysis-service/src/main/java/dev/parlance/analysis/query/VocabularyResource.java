package dev.parlance.analysis.query;

import dev.parlance.analysis.vocabulary.KnownWord;
import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.analysis.vocabulary.WordOrder;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/// A learner's vocabulary over HTTP.
@Path("/v1/learners/{learner}/vocabulary")
@Produces(MediaType.APPLICATION_JSON)
class VocabularyResource {
    private final KnownWords words;
    private final VocabularyGrowth growth;

    VocabularyResource(KnownWords words, VocabularyGrowth growth) {
        this.words = words;
        this.growth = growth;
    }

    /// @param firstTurnId the turn of the first use
    /// @param level       by the installation's word lists, such as A2 or N5; null where they do not have the word
    /// @param band        of frequency, 1 for the most frequent to 5; null where no data tells
    record WordView(
            String lemma,
            String display,
            String language,
            String surface,
            int count,
            Instant firstSeenAt,
            UUID firstTurnId,
            Instant lastSeenAt,
            String level,
            Integer band) {
        static WordView of(KnownWord word) {
            return new WordView(
                    word.key().lemma(),
                    word.display(),
                    word.key().language(),
                    word.surface(),
                    word.count(),
                    word.first().occurredAt(),
                    word.first().turnId().value(),
                    word.lastSeenAt(),
                    word.level(),
                    word.band());
        }
    }

    @GET
    @LimitedRead
    @DerivedRead
    public Page<WordView> list(
            String learner,
            @RestQuery String language,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String sort,
            @RestQuery String limit,
            @RestQuery String cursor) {
        WordOrder order = WordOrder.of(sort);
        InstantRange firstSeen = InstantRange.of(from, to);
        PageRequest page = PageRequest.of(limit, cursor, "vocabulary", learner, language, firstSeen, order);
        if (!Learner.isLearnerId(learner)) {
            return new Page<>(List.of(), null);
        }
        var rows = words.list(new Learner(Learner.DEFAULT_TENANT, learner), language, firstSeen, order, page);
        Page<KnownWord> found = Page.of(rows, page, order::cursor);
        return new Page<>(found.items().stream().map(WordView::of).toList(), found.nextCursor());
    }

    @GET
    @LimitedRead
    @Path("/growth")
    @DerivedRead
    public Page<VocabularyGrowth.Step> growth(
            String learner,
            @RestQuery String period,
            @RestQuery String language,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String limit,
            @RestQuery String cursor) {
        VocabularyGrowth.Granularity steps = VocabularyGrowth.Granularity.of(period);
        DateRange dates = DateRange.of(from, to);
        PageRequest page = PageRequest.of(limit, cursor, "growth", learner, steps, language, dates.from(), dates.to());
        if (!Learner.isLearnerId(learner)) {
            return new Page<>(List.of(), null);
        }
        var rows = growth.list(new Learner(Learner.DEFAULT_TENANT, learner), language, steps, dates, page);
        return Page.of(rows, page, last -> List.of(last.start().toString()));
    }
}
