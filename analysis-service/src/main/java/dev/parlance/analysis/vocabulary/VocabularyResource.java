package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.Learner;
import dev.parlance.kit.intake.DerivedRead;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
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

    VocabularyResource(KnownWords words) {
        this.words = words;
    }

    /// @param firstTurnId the turn of the first use
    record WordView(
            String lemma,
            String display,
            String language,
            String surface,
            int count,
            Instant firstSeenAt,
            UUID firstTurnId,
            Instant lastSeenAt,
            String level) {
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
                    word.level());
        }
    }

    @GET
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
        Page<KnownWord> found = Page.of(rows, page, order::place);
        return new Page<>(found.items().stream().map(WordView::of).toList(), found.nextCursor());
    }
}
