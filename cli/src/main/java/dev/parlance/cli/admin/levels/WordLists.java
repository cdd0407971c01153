package dev.parlance.cli.admin.levels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.parlance.cli.http.ServiceClient;
import dev.parlance.cli.http.ServiceResponse;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The word lists of an installation.
public final class WordLists {
    private static final String PATH = "/v1/admin/levels";
    private static final List<String> COLUMNS = List.of("language", "lemma", "level", "scheme");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ServiceClient service;

    public WordLists(ServiceClient service) {
        this.service = service;
    }

    private record ListKey(String language, String scheme) {}

    /// All lists.
    public JsonNode findAll() throws InterruptedException {
        return service.requireSuccess(service.get(PATH)).path("items");
    }

    /// Imports the lists of a CSV file; changes nothing if one of its lines is invalid.
    ///
    /// @param tenant the only tenant of these lists; null for all tenants without lists of their own
    /// @return the lists after the import
    public List<JsonNode> importCsv(Path file, String tenant) throws InterruptedException {
        List<JsonNode> brought = new ArrayList<>();
        for (ObjectNode list : read(file)) {
            if (tenant != null) {
                list.put("tenant", tenant);
            }
            brought.add(service.requireSuccess(service.post(PATH + ":batch", list)));
        }
        return brought;
    }

    /// Removes a list.
    ///
    /// @param tenant null for the list of all tenants without lists of their own
    public void remove(String language, String scheme, String tenant) throws InterruptedException {
        ServiceResponse response = service.delete("%s/%s/%s%s"
                .formatted(
                        PATH, encoded(language), encoded(scheme), tenant == null ? "" : "?tenant=" + encoded(tenant)));
        service.requireSuccess(response);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }

    private static List<ObjectNode> read(Path file) {
        Map<ListKey, ObjectNode> lists = new LinkedHashMap<>();
        try (BufferedReader text = Files.newBufferedReader(file, UTF_8)) {
            skipByteOrderMark(text);
            try (MappingIterator<Map<String, String>> rows = CsvMapper.builder()
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(text)) {
                while (rows.hasNextValue()) {
                    add(lists, rows.nextValue(), rows.getCurrentLocation().getLineNr() - 1);
                }
            }
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage("There is no file %s.".formatted(file));
        } catch (CharacterCodingException e) {
            throw CommandFailure.usage(
                    "%s is not UTF-8: convert it first, for example with iconv -t UTF-8.".formatted(file));
        } catch (IOException e) {
            throw CommandFailure.usage("%s cannot be read as CSV (%s)."
                    .formatted(
                            file,
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
        if (lists.isEmpty()) {
            throw CommandFailure.usage("%s holds no words.".formatted(file));
        }
        return List.copyOf(lists.values());
    }

    private static void add(Map<ListKey, ObjectNode> lists, Map<String, String> row, long line) {
        for (String column : COLUMNS) {
            String value = row.get(column);
            if (value == null || value.isBlank()) {
                throw CommandFailure.usage(
                        "Line %d has no %s: the first line names the columns, and each other one has all of %s."
                                .formatted(line, column, String.join(",", COLUMNS)));
            }
        }
        lists.computeIfAbsent(new ListKey(row.get("language"), row.get("scheme")), WordLists::empty)
                .withArray("words")
                .addObject()
                .put("lemma", row.get("lemma"))
                .put("level", row.get("level"));
    }

    private static ObjectNode empty(ListKey name) {
        return ServiceClient.JSON
                .createObjectNode()
                .put("language", name.language())
                .put("scheme", name.scheme());
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }
}
