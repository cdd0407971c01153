package dev.parlance.kit.read;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/// Holds a permit of [ReadLimit] during a [LimitedRead]. Before the interceptor of transactions: a call that waits for
/// a permit must not hold a connection.
@Interceptor
@LimitedRead
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class LimitedReadInterceptor {
    private final ReadLimit limit;

    LimitedReadInterceptor(ReadLimit limit) {
        this.limit = limit;
    }

    @AroundInvoke
    Object callWithPermit(InvocationContext call) throws Exception {
        limit.acquire();
        try {
            return call.proceed();
        } finally {
            limit.release();
        }
    }
}
