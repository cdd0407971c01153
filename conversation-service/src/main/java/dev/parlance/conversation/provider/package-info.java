/// Outside parties that make sound of text or text of sound: how they are asked, over HTTP or as a program of this
/// machine, within bounds of time and size; what their failures mean; and that one which fails is left in peace for
/// a while. Knows neither turns nor what is stored. For the features that have such a party: `synthesis`,
/// `transcription`.
package dev.parlance.conversation.provider;
