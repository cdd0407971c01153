/// The conversation-service: what client apps call. It owns conversations and turns and tells the others of them.
package dev.parlance.conversation;
