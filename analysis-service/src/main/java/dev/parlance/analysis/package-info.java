/// The analysis-service: finds words, levels, highlights and emotions in turns, whatever order the turns arrive in.
package dev.parlance.analysis;
