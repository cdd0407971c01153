package dev.parlance.conversation.audio.bucket;

import java.util.List;
import java.util.UUID;

/// The identity of this installation. A mark is a random id that is stored here first and then written to the bucket, a
/// new one every minute: a database that was restored, or copied, does not know the marks that were written since, and
/// neither does a bucket that was restored have one of the last marks.
///
/// @param marks the newest first
record Installation(UUID id, List<UUID> marks) {
    Installation {
        marks = List.copyOf(marks);
    }

    UUID newestMark() {
        return marks.getFirst();
    }

    BucketMarker marker() {
        return new BucketMarker(id, newestMark());
    }

    BucketState compareWith(BucketMarker marker) {
        if (!marker.installation().equals(id)) {
            return BucketState.FOREIGN;
        }
        return marks.contains(marker.mark()) ? BucketState.OWN : BucketState.RESTORED;
    }
}
