package dev.parlance.conversation.audio.recording;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;

/// One side of a turn: audio belongs to exactly one.
public record TurnSide(String tenant, ConversationId conversation, TurnId turn, Side side) {}
