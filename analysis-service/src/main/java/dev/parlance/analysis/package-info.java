/// The analysis-service: turns become words, highlights and findings here, each once, whatever order they arrive in.
package dev.parlance.analysis;
