/// `chat`: sends typed lines as turns and shows their analysis from the live stream. Only the root package calls it.
package dev.parlance.cli.chat;
