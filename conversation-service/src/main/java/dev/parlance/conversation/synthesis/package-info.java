/// Engines that speak: an endpoint that is like OpenAI's, or espeak-ng on this machine; what may be asked of them,
/// in one form that has a hash; and the converter for formats that an engine does not make. Stores nothing. For
/// `speech`.
package dev.parlance.conversation.synthesis;
