/// A browser for tests of the page under `/try/`.
package dev.parlance.conversation.browser;
