package dev.parlance.conversation.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A headless Chromium with a microphone that beeps, controlled over the DevTools protocol without a driver or
/// package. `PARLANCE_CHROMIUM` names the executable if it is not found on the path.
public final class Chromium implements AutoCloseable {
    private static final List<String> EXECUTABLE_NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final long TIMEOUT_SECONDS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> responses = new ConcurrentHashMap<>();

    private Chromium(Path program) throws Exception {
        profile = Files.createTempDirectory("parlance-chromium");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox", // tests may run as root, in a container without namespaces
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--autoplay-policy=no-user-gesture-required",
                        "--window-size=900,460",
                        "--lang=en",
                        "--no-first-run",
                        "--disable-background-networking", // no requests of the browser itself
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-quic",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page(), new ResponseListener())
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /// The path of an installed Chromium.
    public static Optional<Path> findExecutable() {
        Stream<Path> named =
                Stream.ofNullable(System.getenv("PARLANCE_CHROMIUM")).map(Path::of);
        Stream<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(directory -> EXECUTABLE_NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(named, found).filter(Files::isExecutable).findFirst();
    }

    public static Chromium start(Path program) {
        try {
            return new Chromium(program);
        } catch (Exception e) {
            throw new AssertionError("Chromium did not start", e);
        }
    }

    /// Evaluates an expression in the page and awaits a promise.
    public JsonNode evaluate(String expression) {
        ObjectNode parameters = JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true)
                .put("userGesture", true);
        JsonNode response = call("Runtime.evaluate", parameters);
        if (response.has("exceptionDetails")) {
            throw new AssertionError(response.get("exceptionDetails").toString());
        }
        return response.at("/result/value");
    }

    public void open(String url) {
        call("Page.enable", JSON.createObjectNode());
        call("Page.navigate", JSON.createObjectNode().put("url", url));
    }

    /// Adds a script that runs before those of every page opened later.
    public void addInitScript(String script) {
        call("Page.addScriptToEvaluateOnNewDocument", JSON.createObjectNode().put("source", script));
    }

    public void screenshot(Path file) {
        JsonNode response =
                call("Page.captureScreenshot", JSON.createObjectNode().put("format", "png"));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(response.get("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // a child of the browser still writes into the temporary directory
        }
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = calls.incrementAndGet();
        var response = new CompletableFuture<JsonNode>();
        responses.put(id, response);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).join();
        JsonNode received =
                response.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        if (received.has("error")) {
            throw new AssertionError(method + ": " + received.get("error"));
        }
        return received.get("result");
    }

    /// Waits for the debugging socket of the only page.
    private URI page() throws Exception {
        Path port = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.exists(port) && !Files.readAllLines(port).isEmpty()) {
                URI list = URI.create(
                        "http://127.0.0.1:" + Files.readAllLines(port).getFirst() + "/json/list");
                String pages = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                        .body();
                for (JsonNode page : JSON.readTree(pages)) {
                    if (page.get("type").asText().equals("page")) {
                        return URI.create(page.get("webSocketDebuggerUrl").asText());
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(100).toMillis());
        }
        throw new AssertionError(Files.readString(profile.resolve("log")));
    }

    private final class ResponseListener implements WebSocket.Listener {
        private final List<CharSequence> parts = new ArrayList<>();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.add(data.toString());
            if (last) {
                String whole = String.join("", parts);
                parts.clear();
                try {
                    JsonNode message = JSON.readTree(whole);
                    CompletableFuture<JsonNode> waiting =
                            responses.remove(message.path("id").asInt(-1));
                    if (waiting != null) {
                        waiting.complete(message);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            from.request(1);
            return null;
        }
    }
}
