package dev.parlance.conversation.audio.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InstallationTest {
    private final UUID id = UUID.randomUUID();
    private final UUID newest = UUID.randomUUID();
    private final UUID older = UUID.randomUUID();
    private final Installation installation = new Installation(id, List.of(newest, older));

    @Test
    void aBucketWithItsIdAndAMarkItKnowsIsItsOwn() {
        assertThat(installation.compareWith(new BucketMarker(id, newest))).isEqualTo(BucketState.OWN);
        assertThat(installation.compareWith(new BucketMarker(id, older))).isEqualTo(BucketState.OWN);
    }

    @Test
    void aMarkThatItDoesNotKnowIsOfAnotherTime() {
        assertThat(installation.compareWith(new BucketMarker(id, UUID.randomUUID())))
                .isEqualTo(BucketState.RESTORED);
    }

    @Test
    void anotherIdIsForeignWhateverItsMark() {
        assertThat(installation.compareWith(new BucketMarker(UUID.randomUUID(), newest)))
                .isEqualTo(BucketState.FOREIGN);
    }

    @Test
    void aMarkerIsReadAsItWasWrittenAndAnythingElseIsNone() {
        BucketMarker marker = installation.marker();
        assertThat(BucketMarker.parse(marker.text())).contains(marker);
        assertThat(BucketMarker.parse(new byte[0])).isEmpty();
        assertThat(BucketMarker.parse(
                        "installation=ours\nmark=%s".formatted(newest).getBytes(UTF_8)))
                .isEmpty();
        assertThat(BucketMarker.parse("\\u12".getBytes(UTF_8))).isEmpty();
    }
}
