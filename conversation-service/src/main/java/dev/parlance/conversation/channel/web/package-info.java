/// The channels of web browsers: live streams and the page `/try`. Nobody calls this package but HTTP.
package dev.parlance.conversation.channel.web;
