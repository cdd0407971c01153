/// `demo`: imports a week of invented conversations and shows the days that result. Only the root package calls it; it
/// uses `importing` and `installation`.
package dev.parlance.cli.demo;
