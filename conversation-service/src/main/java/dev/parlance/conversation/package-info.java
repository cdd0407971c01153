/// The conversation-service, which client apps call. It owns conversations and turns and publishes their events. Its
/// areas are `dialogue`, `stream`, `audio`, `speech`, `channel` and `operations`.
package dev.parlance.conversation;
