package dev.parlance.conversation.audio;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;

/// Where sound belongs.
public record Place(String tenant, ConversationId conversation, TurnId turn, Side side) {}
