package dev.parlance.analysis.query;

import dev.parlance.analysis.query.WordOccurrences.Meeting;
import dev.parlance.analysis.vocabulary.KnownWord;
import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.analysis.vocabulary.WordKey;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.read.ReadLimit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/// One word of a learner's, over HTTP.
@Path("/v1/learners/{learner}/vocabulary/{language}/{lemma}")
@Produces(MediaType.APPLICATION_JSON)
class WordResource {
    private final KnownWords words;
    private final WordOccurrences occurrences;
    private final ReadLimit reads;

    WordResource(KnownWords words, WordOccurrences occurrences, ReadLimit reads) {
        this.words = words;
        this.occurrences = occurrences;
        this.reads = reads;
    }

    /// @param display     null, like `level`, `band` and the instants, for a word that the learner has never used
    /// @param count       uses by the learner
    /// @param items       turns that hold it, newest first
    record LearnerWord(
            String language,
            String lemma,
            String display,
            String level,
            Integer band,
            int count,
            Instant firstSeenAt,
            Instant lastSeenAt,
            List<Meeting> items,
            String nextCursor) {}

    @GET
    @DerivedRead
    public LearnerWord get(
            String learner, String language, String lemma, @RestQuery String limit, @RestQuery String cursor) {
        PageRequest page = PageRequest.of(limit, cursor, "word", learner, language, lemma);
        if (!Learner.isLearnerId(learner)) {
            return toLearnerWord(language, lemma, Optional.empty(), new Page<>(List.of(), null));
        }
        var key = new WordKey(new Learner(Learner.DEFAULT_TENANT, learner), language, lemma);
        Optional<KnownWord> known = reads.call(() -> words.find(key));
        return toLearnerWord(language, lemma, known, occurrences.list(key, page));
    }

    private static LearnerWord toLearnerWord(
            String language, String lemma, Optional<KnownWord> known, Page<Meeting> meetings) {
        return new LearnerWord(
                language,
                lemma,
                known.map(KnownWord::display).orElse(null),
                known.map(KnownWord::level).orElse(null),
                known.map(KnownWord::band).orElse(null),
                known.map(KnownWord::count).orElse(0),
                known.map(word -> word.first().occurredAt()).orElse(null),
                known.map(KnownWord::lastSeenAt).orElse(null),
                meetings.items(),
                meetings.nextCursor());
    }
}
