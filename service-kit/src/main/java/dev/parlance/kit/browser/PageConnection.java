package dev.parlance.kit.browser;

import java.net.URI;

/// Another origin that the pages of a service send requests to.
public interface PageConnection {
    /// A URL of this origin; its path does not matter.
    URI url();
}
