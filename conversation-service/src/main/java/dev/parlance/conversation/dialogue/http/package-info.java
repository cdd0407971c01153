/// What the HTTP resources of this service share: stored responses for requests with an `Idempotency-Key`, canonical
/// JSON and the JSON format of times. All packages of `dialogue` may call it.
package dev.parlance.conversation.dialogue.http;
