package dev.parlance.kit.read;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a call that reads the database to answer a request: it needs a permit of [ReadLimit] while it runs, and is
/// answered 503 `/problems/too-many-reads` if it gets none in time. A marked call must not call another marked one:
/// both would hold a permit. Not for a call that waits for something else than the database, because it would keep
/// others from reading meanwhile.
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface LimitedRead {}
