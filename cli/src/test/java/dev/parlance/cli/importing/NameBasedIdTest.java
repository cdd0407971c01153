package dev.parlance.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void theExampleOfRfc9562ComesOut() {
        assertThat(NameBasedId.of(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void transcriptsHaveANamespaceOfTheirOwn() {
        assertThat(NameBasedId.of(DNS, "transcripts.parlance.dev")).isEqualTo(NameBasedId.TRANSCRIPTS);
    }

    /// Computed by Python's `uuid.uuid5`. These ids must never change: a repeated import depends on them.
    @Test
    void idsStayWhatTheyAre() {
        UUID conversation = NameBasedId.ofConversation("cima-17", "cima-17");
        assertThat(conversation).hasToString("76063c49-7b4e-5443-94fb-593b1c13e5e4");
        assertThat(NameBasedId.ofTurn(conversation, 0)).hasToString("3cac4424-3878-5116-8c04-32f83611d9e5");
        assertThat(NameBasedId.ofConversation("", "walk-in")).hasToString("d4102820-0f54-5747-9f80-7c667575f639");
        assertThat(NameBasedId.ofConversation("りんご", "1")).hasToString("2ce5338c-6c1b-5a5c-8981-88c75e178f47");
    }
}
