package dev.parlance.conversation.dialogue.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;

/// JSON that is only passed on, kept as its text: a tree takes up to thirty times as much memory, and a text that was
/// stored is written again whatever its depth.
public final class CompactJson {
    private CompactJson() {}

    /// @return null for null
    public static JsonNode of(JsonNode tree) {
        return tree == null || tree.isNull() || tree instanceof POJONode ? tree : of(tree.toString());
    }

    /// @param json valid JSON, written as it is
    public static JsonNode of(String json) {
        return new POJONode(new RawValue(json));
    }
}
