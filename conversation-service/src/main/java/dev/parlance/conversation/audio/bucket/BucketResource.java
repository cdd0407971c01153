package dev.parlance.conversation.audio.bucket;

import dev.parlance.conversation.audio.storage.StorageConfig;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/// Whose bucket it is, for operators: see, adopt.
@Path("/v1/admin/audio")
@Produces(MediaType.APPLICATION_JSON)
class BucketResource {
    private final CheckBucket checkBucket;
    private final Installations installations;
    private final StorageConfig config;

    BucketResource(CheckBucket checkBucket, Installations installations, StorageConfig config) {
        this.checkBucket = checkBucket;
        this.installations = installations;
        this.config = config;
    }

    /// @param bucket         its name in S3
    /// @param installationId of this installation's database
    /// @param state          `own`, `foreign`, `restored`, `unmarked`, `empty` or `missing`
    /// @param advice         what the state means and the way out
    record BucketView(String bucket, UUID installationId, String state, String advice) {}

    @GET
    @Path("/bucket")
    @LimitedRead
    public BucketView get() {
        return view(checkBucket.check());
    }

    /// Makes the bucket this installation's own. A bucket that is its own stays as it is.
    @POST
    @Path("/bucket:adopt")
    public BucketView adopt() {
        var _ = checkBucket.adopt();
        return view(checkBucket.check());
    }

    private BucketView view(BucketState state) {
        return new BucketView(config.bucket(), installations.get().id(), state.wireName(), state.advice());
    }
}
