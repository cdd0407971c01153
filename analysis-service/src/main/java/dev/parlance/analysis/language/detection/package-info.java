/// Which language a text, or a part of it, is in. Called by [dev.parlance.analysis.language.Languages] alone.
package dev.parlance.analysis.language.detection;
