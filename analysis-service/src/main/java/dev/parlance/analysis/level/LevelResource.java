package dev.parlance.analysis.level;

import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.http.LanguageTag;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// Word lists over HTTP, for operators. Words of turns that were analysed before get their levels when they are
/// analysed again.
@Path("/v1/admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class LevelResource {
    private static final int MAX_WORDS = 200_000;
    private static final int MAX_NAME_CHARACTERS = 200;

    private final LevelLists lists;
    private final LevelLookup levels;

    LevelResource(LevelLists lists, LevelLookup levels) {
        this.lists = lists;
        this.levels = levels;
    }

    /// @param lemma dictionary form or lemma, in either case of letters
    /// @param level such as A2 or N5
    record WordLevel(String lemma, String level) {}

    /// @param tenant   whose list it is; left out: of all tenants that have none of this language
    /// @param language BCP 47
    /// @param scheme   such as CEFR; a list of the same tenant, language and scheme is replaced
    record NewList(String tenant, String language, String scheme, List<WordLevel> words) {}

    record AllLists(List<LevelList> items) {}

    @GET
    @LimitedRead
    @Path("/levels")
    public AllLists list() {
        return new AllLists(lists.list());
    }

    @POST
    @Path("/levels:batch")
    public LevelList replace(NewList list) {
        String language = checkedLanguage(list);
        var key = new LevelList.Key(checkedTenant(list.tenant()), language, checkedScheme(list.scheme()));
        LevelList replaced = lists.replace(key, byLemma(list.words()));
        levels.refresh();
        return replaced;
    }

    @DELETE
    @Path("/levels/{language}/{scheme}")
    public RestResponse<Void> remove(String language, String scheme, @RestQuery String tenant) {
        if (!lists.remove(new LevelList.Key(tenant, language, scheme))) {
            throw new NotFound("There is no list of this scheme and language");
        }
        levels.refresh();
        return RestResponse.noContent();
    }

    private static String checkedTenant(String tenant) {
        if (tenant != null && !Learner.isName(tenant)) {
            throw new InvalidRequest("tenant", "tenant must match [a-z0-9][a-z0-9._-]{0,63}");
        }
        return tenant;
    }

    private static String checkedLanguage(NewList list) {
        if (list == null || list.language() == null) {
            throw new InvalidRequest("language", "language is missing");
        }
        LanguageTag.check(list.language());
        return LanguageCode.primarySubtag(list.language());
    }

    private static String checkedScheme(String scheme) {
        if (scheme == null || !scheme.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new InvalidRequest("scheme", "scheme must match [A-Za-z0-9._-]{1,32}");
        }
        return scheme;
    }

    /// The first entry of a word counts.
    private static Map<String, String> byLemma(List<WordLevel> words) {
        if (words == null || words.isEmpty() || words.size() > MAX_WORDS) {
            throw new InvalidRequest("words", "a list has 1 to %d words".formatted(MAX_WORDS), MAX_WORDS);
        }
        Map<String, String> levels = HashMap.newHashMap(words.size());
        for (WordLevel word : words) {
            if (word == null || isInvalidName(word.lemma()) || isInvalidName(word.level())) {
                throw new InvalidRequest(
                        "words",
                        "each word has a lemma and a level of 1 to %d characters".formatted(MAX_NAME_CHARACTERS));
            }
            levels.putIfAbsent(word.lemma().strip(), word.level().strip());
        }
        return levels;
    }

    private static boolean isInvalidName(String text) {
        return text == null || text.isBlank() || text.length() > MAX_NAME_CHARACTERS;
    }
}
