/// Talks to the services over HTTP, with patience where a request may be repeated.
package dev.parlance.cli.http;
