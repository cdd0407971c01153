package dev.parlance.journey.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parlance.contract.event.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The documents say what the code does: problems, topics and settings are exactly those of the sources, and what is
/// named exists.
class DocumentsTest {
    private static final String JAVA = ".*/src/main/java/.*\\.java";
    private static final String PROBLEMS = "service-kit/src/main/java/dev/parlance/kit/http/";
    private static final String ENVIRONMENT = "PARLANCE_[A-Z0-9_]*[A-Z0-9]";

    private final SourceTree tree = SourceTree.here();

    @Test
    void everyProblemOfTheSourcesIsDocumentedWithItsStatusAndNoOther() {
        // Given
        Map<String, String> statusOfKind = SourceTree.find(
                        "case (\\w+) -> (\\d+);", tree.text(PROBLEMS + "ProblemBody.java"))
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        Map<String, String> inTheSources = new TreeMap<>();
        for (Path file : tree.files(JAVA)) {
            SourceTree.find("super\\(\\s*(?:DomainProblem\\.)?Kind\\.(\\w+),\\s*\"([^\"]+)\"", tree.text(file))
                    .forEach(
                            match -> inTheSources.put("/problems/" + match.group(2), statusOfKind.get(match.group(1))));
        }
        SourceTree.find("\"(/problems/[\\w-]+)\"", tree.text(PROBLEMS + "ProblemMapper.java"))
                .forEach(match -> inTheSources.putIfAbsent(match.group(1), "500"));
        // When
        Map<String, String> documented = new TreeMap<>();
        SourceTree.find("^\\| `(/problems/[^`]+)` \\| (\\d+) \\|", tree.text("docs/problems.md"))
                .forEach(match -> documented.put(match.group(1), match.group(2)));
        // Then
        assertThat(documented).isEqualTo(inTheSources).hasSizeGreaterThan(10);
    }

    @Test
    void everyRelativeLinkLeadsToAFile() {
        // When
        List<String> broken = new ArrayList<>();
        for (Path document : tree.files(".*\\.md")) {
            SourceTree.find("\\]\\(([^)\\s#]+)(?:#[^)]*)?\\)", tree.text(document))
                    .map(match -> match.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> broken.add(tree.root().relativize(document) + " → " + link));
        }
        // Then
        assertThat(broken).isEmpty();
    }

    @Test
    void theFrontPagesNameOnlyFilesAndClassesThatExist() {
        // Given
        Set<String> files = tree.files(".*").stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        // When
        List<String> missing = new ArrayList<>();
        for (String document : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "deploy/README.md")) {
            SourceTree.find("`((?:[\\w.-]+/)*[\\w-]+\\.(?:java|md|yaml|sql|properties))`", tree.text(document))
                    .map(match -> match.group(1))
                    .filter(name -> !files.contains(name.substring(name.lastIndexOf('/') + 1)))
                    .filter(name -> !name.startsWith("x."))
                    .forEach(missing::add);
            SourceTree.find("`([A-Z]\\w+(?:Test|IT|Resource|Consumer))`", tree.text(document))
                    .map(match -> match.group(1) + ".java")
                    .filter(name -> !files.contains(name) && !name.startsWith("X"))
                    .forEach(missing::add);
        }
        // Then
        assertThat(missing).isEmpty();
    }

    @Test
    void theModulesOfTheReadmeAreThoseOfTheBuild() {
        // When
        Set<String> documented = SourceTree.find("^\\| `([\\w-]+)` \\| `dev\\.parlance\\.", tree.text("README.md"))
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertThat(documented)
                .isEqualTo(SourceTree.find("<module>([\\w-]+)</module>", tree.text("pom.xml"))
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theTopicsOfTheDeploymentAreThoseOfTheCode() throws IOException {
        // When
        JsonNode file = new YAMLMapper().readTree(tree.text("deploy/kafka/topics.yaml"));
        // Then
        assertThat(file.get("topics").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .map(topic -> topic.name(""))
                        .toList());
        for (JsonNode topic : file.get("topics")) {
            assertThat(tree.text("deploy/README.md"))
                    .contains("| `%s%s` | %d | %s |"
                            .formatted(
                                    file.get("prefix").asText(),
                                    topic.get("name").asText(),
                                    topic.get("partitions").asInt(),
                                    topic.at("/config/cleanup.policy").asText()));
        }
    }

    @Test
    void everyEnvironmentVariableOfTheSourcesIsDocumentedAndNoOther() {
        // Given
        Set<String> used = new TreeSet<>();
        for (Path file : tree.files(".*/src/main/.*|parlance|mvnw|\\.mvn/jdk\\.sh|deploy/kafka/topics\\.yaml")) {
            if (!file.toString().endsWith(".tsv")) {
                SourceTree.find(ENVIRONMENT, tree.text(file)).forEach(match -> used.add(match.group()));
            }
        }
        // When
        Set<String> documented = SourceTree.find(ENVIRONMENT, tree.text("deploy/settings.md"))
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertThat(documented).isEqualTo(used).hasSizeGreaterThan(20);
    }

    @Test
    void everySettingThatIsDocumentedExistsAndEveryOneOfOursIsDocumented() {
        // Given
        Set<String> settings = new TreeSet<>();
        for (Path file : tree.files(".*/src/main/resources/(application|META-INF/microprofile-config)\\.properties")) {
            SourceTree.find("^(?!%)([\\w.\"-]+)=", tree.text(file)).forEach(match -> settings.add(match.group(1)));
        }
        for (Path file : tree.files(JAVA)) {
            String text = tree.text(file);
            SourceTree.find("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)", text)
                    .forEach(mapping -> SourceTree.find("^    \\w+ (\\w+)\\(\\);", text)
                            .forEach(method -> settings.add(mapping.group(1) + "." + kebab(method.group(1)))));
        }
        // When
        Set<String> documented = SourceTree.find("^\\| `([a-z][a-z.-]+)` \\|", tree.text("deploy/settings.md"))
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertThat(settings).containsAll(documented);
        assertThat(documented)
                .containsAll(settings.stream()
                        .filter(name ->
                                name.matches("(parlance\\.(?!schema)|conversation\\.|analysis\\.|summary\\.).*"))
                        .toList());
    }

    private static String kebab(String method) {
        return method.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
