package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.analysis.AnalyzedTurns;
import dev.parlance.conversation.dialogue.analysis.AnalyzedTurns.UsedWord;
import dev.parlance.conversation.dialogue.conversation.Conversations;
import dev.parlance.conversation.dialogue.conversation.PathId;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.read.LimitedRead;
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
    private static final int MAX_TURNS = 50;

    private final Conversations conversations;
    private final Turns turns;
    private final AnalyzedTurns analyzedTurns;

    ContextResource(Conversations conversations, Turns turns, AnalyzedTurns analyzedTurns) {
        this.conversations = conversations;
        this.turns = turns;
        this.analyzedTurns = analyzedTurns;
    }

    /// @param turns the turns that were said last, ascending by `occurredAt`, then by id
    record ConversationContext(List<TurnView> turns, Vocabulary vocabulary) {}

    /// Words in the form that is shown to people, in the order of their first use in this conversation.
    ///
    /// @param newWords words that the learner had not used before this conversation
    record Vocabulary(List<String> uniqueWords, List<String> newWords) {}

    @GET
    @LimitedRead
    @DerivedRead
    public ConversationContext get(String conversation, @RestQuery("turns") String count) {
        int last = parseCount(count);
        ConversationId id = PathId.conversationId(conversation);
        conversations.get(TENANT, id);
        return new ConversationContext(turns.findLast(TENANT, id, last), vocabulary(usedWords(id)));
    }

    private List<UsedWord> usedWords(ConversationId id) {
        Map<TurnId, List<UsedWord>> words = analyzedTurns.findWords(TENANT, id);
        return turns.findChronological(TENANT, id).stream()
                .flatMap(turn -> words.getOrDefault(turn, List.of()).stream())
                .toList();
    }

    private static Vocabulary vocabulary(List<UsedWord> used) {
        Map<String, String> unique = new LinkedHashMap<>();
        Map<String, String> firstUses = new LinkedHashMap<>();
        for (UsedWord word : used) {
            unique.putIfAbsent(word.key(), word.display());
            if (word.firstUse()) {
                firstUses.putIfAbsent(word.key(), word.display());
            }
        }
        return new Vocabulary(List.copyOf(unique.values()), List.copyOf(firstUses.values()));
    }

    private static int parseCount(String count) {
        if (count == null) {
            return 5;
        }
        try {
            int parsed = Integer.parseInt(count);
            if (parsed >= 1 && parsed <= MAX_TURNS) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            // rejected below, like a number out of range
        }
        throw new InvalidRequest("turns", "turns must be a number from 1 to 50", MAX_TURNS);
    }
}
