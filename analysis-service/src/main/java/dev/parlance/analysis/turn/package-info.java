/// Turns as the analysis sees them: read from the conversations' events, analysed, stored with what was found, told
/// on.
package dev.parlance.analysis.turn;
