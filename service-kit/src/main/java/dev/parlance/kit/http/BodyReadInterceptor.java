package dev.parlance.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.RequestTooLarge;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Names what is wrong with a body that cannot be read, where it is read: the same exceptions of Jackson elsewhere
/// are faults of the service. Ends the reading of a body without `Content-Length` at its limit.
@Provider
public class BodyReadInterceptor implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getProperty(BodySizeFilter.LIMIT_PROPERTY) instanceof Long limit) {
            context.setInputStream(new BoundedInputStream(context.getInputStream(), limit));
        }
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw UnreadableBody.problem(e);
        } catch (CharConversionException e) {
            // Jackson mistakes some bytes for UTF-32 and then finds that they are no characters.
            throw new InvalidRequest(null, "The body is not valid JSON");
        } catch (WebApplicationException e) {
            throw e.getCause() instanceof JsonProcessingException json ? UnreadableBody.problem(json) : e;
        }
    }

    private static final class BoundedInputStream extends FilterInputStream {
        private final long limit;
        private long read;

        BoundedInputStream(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int some = super.read(into, at, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw new RequestTooLarge(limit);
            }
        }
    }
}
