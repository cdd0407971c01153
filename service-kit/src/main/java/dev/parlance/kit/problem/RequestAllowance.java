package dev.parlance.kit.problem;

import java.util.OptionalLong;

/// A service's own word on how much a request may weigh: for calls that take more than others.
public interface RequestAllowance {
    /// In bytes; nothing where it has no say.
    ///
    /// @param path without the query
    OptionalLong bytes(String method, String path);
}
