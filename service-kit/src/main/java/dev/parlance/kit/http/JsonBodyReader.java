package dev.parlance.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.kit.problem.InvalidRequest;
import dev.parlance.kit.problem.RequestTooLarge;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Names what is wrong with a JSON body where it is read: the same exceptions of Jackson elsewhere are faults of the
/// service. Ends the reading of a body without `Content-Length` at its limit.
///
/// No `ReaderInterceptor`: where there is one, Quarkus reads the annotations of the resource's method by reflection for
/// each request, 6 % of the CPU of a service that takes turns.
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonBodyReader extends ServerJacksonMessageBodyReader {
    JsonBodyReader(Instance<ObjectMapper> mapper) {
        super(mapper);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        InputStream body = context.getInputStream();
        if (((ResteasyReactiveRequestContext) context).getProperty(BodySizeFilter.LIMIT_PROPERTY)
                instanceof Long limit) {
            body = new BoundedInputStream(body, limit);
        }
        try {
            return readFrom(type, genericType, null, mediaType, null, body);
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
