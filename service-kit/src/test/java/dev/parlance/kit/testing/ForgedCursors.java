package dev.parlance.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import io.restassured.response.Response;
import java.util.List;

/// Cursors as a client can make them: their checksum is right, and what it covers was never given out.
public final class ForgedCursors {
    private static final String ID = "0191d3a0-0000-7000-8000-000000000000";
    private static final List<List<String>> POSITIONS = List.of(
            List.of("x"),
            List.of("x", "y", "z"),
            List.of("\0", "\0", "\0"),
            List.of("2026-11-20T08:15:30Z"),
            List.of("2026-11-20T08:15:30Z", "1-1-1-1-1", "x"),
            List.of("2026-11-20T08:15:30Z", "\0", "\0"),
            List.of("+1000000000-12-31T23:59:59.999999999Z", ID, "x"),
            List.of("-1000000000-01-01T00:00:00Z", ID, "x"),
            List.of("+10000-01-01", "none"),
            List.of("-4714-01-01", "none"),
            List.of("99999999999999999999", "en", "x"),
            List.of("-2147483648", "en", "x"));

    private ForgedCursors() {}

    /// Checks that a list refuses them by name. One of these may be a position in the list; then it is answered.
    ///
    /// @param path     of the list, with or without a query
    /// @param position that the list could have given out: if it is refused, the name or the filters are wrong
    /// @param list     the name and the filters of the list's cursors, see [PageRequest#of]
    public static void areRefused(String path, List<String> position, String list, Object... filters) {
        assertThat(get(path, cursor(position, list, filters)).statusCode())
                .as("a cursor of %s", path)
                .isEqualTo(200);
        isRefused(path, List.of(""), get(path, cursor(List.of(""), list, filters)));
        for (List<String> forged : POSITIONS) {
            Response response = get(path, cursor(forged, list, filters));
            if (response.statusCode() != 200) {
                isRefused(path, forged, response);
            }
        }
    }

    private static void isRefused(String path, List<String> position, Response response) {
        assertThat(response.statusCode()).as("%s after %s", path, position).isEqualTo(400);
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/bad-cursor");
    }

    private static String cursor(List<String> position, String list, Object... filters) {
        PageRequest request = PageRequest.of("1", null, list, filters);
        return Page.of(List.of(1, 2), request, _ -> position).nextCursor();
    }

    private static Response get(String path, String cursor) {
        return given().urlEncodingEnabled(false).get(path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor);
    }
}
