package dev.parlance.conversation.context;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.conversation.context.AnalyzedTurns.UsedWord;
import dev.parlance.conversation.conversation.Conversations;
import dev.parlance.conversation.conversation.PathId;
import dev.parlance.conversation.turn.TurnView;
import dev.parlance.conversation.turn.Turns;
import dev.parlance.kit.intake.DerivedRead;
import dev.parlance.kit.problem.InvalidRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/// The context of a conversation over HTTP.
@Path("/v1/conversations/{conversation}/context")
@Produces(MediaType.APPLICATION_JSON)
class ContextResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;
    private static final int MOST_TURNS = 50;

    private final Conversations conversations;
    private final Turns turns;
    private final AnalyzedTurns analyzedTurns;

    ContextResource(Conversations conversations, Turns turns, AnalyzedTurns analyzedTurns) {
        this.conversations = conversations;
        this.turns = turns;
        this.analyzedTurns = analyzedTurns;
    }

    /// @param turns the last ones, ascending
    record ConversationContext(List<TurnView> turns, Vocabulary vocabulary) {}

    /// Words as they are shown to a person, in the order of their first use here.
    ///
    /// @param newWords those that the learner had never used before this conversation
    record Vocabulary(List<String> uniqueWords, List<String> newWords) {}

    @GET
    @DerivedRead
    public ConversationContext get(String conversation, @RestQuery("turns") String count) {
        int last = count(count);
        ConversationId id = PathId.conversation(conversation);
        conversations.get(TENANT, id);
        return new ConversationContext(turns.last(TENANT, id, last), vocabulary(analyzedTurns.words(TENANT, id)));
    }

    private static Vocabulary vocabulary(List<UsedWord> used) {
        Map<String, String> unique = new LinkedHashMap<>();
        Map<String, String> fresh = new LinkedHashMap<>();
        for (UsedWord word : used) {
            unique.putIfAbsent(word.key(), word.display());
            if (word.firstUse()) {
                fresh.putIfAbsent(word.key(), word.display());
            }
        }
        return new Vocabulary(List.copyOf(unique.values()), List.copyOf(fresh.values()));
    }

    private static int count(String count) {
        if (count == null) {
            return 5;
        }
        try {
            int parsed = Integer.parseInt(count);
            if (parsed >= 1 && parsed <= MOST_TURNS) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new InvalidRequest("turns", "turns must be a number from 1 to 50", MOST_TURNS);
    }
}
