package dev.parlance.conversation.audio.bucket;

import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import java.util.Locale;

/// What the bucket is to this installation. The wire name is the constant in lower case.
public enum BucketState {
    /// S3 has not answered since the start of the service.
    UNKNOWN("S3 has not answered yet."),
    /// The bucket has the id of this installation and a mark that its database knows.
    OWN("The bucket is this installation's own."),
    /// It has the id of another installation, which removes what it does not know.
    FOREIGN("The bucket belongs to another installation. Set parlance.storage.bucket (PARLANCE_S3_BUCKET) to the bucket"
            + " of this one; if this bucket is to be its own from now on: ./parlance audio adopt."),
    /// It has the id of this installation and a mark that the database does not know.
    RESTORED("The bucket and the database are not of the same time: one of them was restored, or this database is a"
            + " copy. Look at ./parlance audio sweep --dry-run first; if both belong together from now on:"
            + " ./parlance audio adopt."),
    /// It has objects and no id, as buckets of earlier versions have.
    UNMARKED("The bucket has objects and does not say whose they are. If they are this installation's:"
            + " ./parlance audio adopt."),
    /// It has no object, and the database has audio.
    EMPTY("The database has audio and the bucket is empty. Set parlance.storage.bucket (PARLANCE_S3_BUCKET) to the"
            + " bucket that has the audio; if that is lost: ./parlance audio adopt."),
    /// There is no such bucket, and the database has audio.
    MISSING("The database has audio and there is no such bucket. Set parlance.storage.bucket (PARLANCE_S3_BUCKET) to"
            + " the bucket that has the audio; if that is lost, ./parlance audio adopt creates this one.");

    private final String advice;

    BucketState(String advice) {
        this.advice = advice;
    }

    /// What it means and the way out, for operators.
    public String advice() {
        return advice;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether objects may be deleted, and rows marked whose object is missing.
    public boolean allowsRemoval() {
        return this == OWN;
    }

    /// What is stored in the bucket of others may be removed by them, or is not found under the right name later.
    ///
    /// @throws ObjectStoreUnavailable if new objects must not be stored
    public void requireUploads() {
        switch (this) {
            case FOREIGN, EMPTY, MISSING -> throw new ObjectStoreUnavailable("bucket-" + wireName());
            case UNKNOWN, OWN, RESTORED, UNMARKED -> {}
        }
    }
}
