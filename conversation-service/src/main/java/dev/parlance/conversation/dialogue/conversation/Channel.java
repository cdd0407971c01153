package dev.parlance.conversation.dialogue.conversation;

import dev.parlance.kit.problem.InvalidRequest;
import java.util.Set;

/// How a conversation is held: `app`, `web`, `voice` or `sms`.
public final class Channel {
    private static final Set<String> NAMES = Set.of("app", "web", "voice", "sms");

    private Channel() {}

    /// @return the name as given, also null
    /// @throws InvalidRequest if there is no such channel
    public static String check(String name) {
        if (name != null && !NAMES.contains(name)) {
            throw new InvalidRequest("channel", "channel must be app, web, voice or sms");
        }
        return name;
    }
}
