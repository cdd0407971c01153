/// Calls the services over HTTP and retries requests that may be repeated. All commands may use it.
package dev.parlance.cli.http;
