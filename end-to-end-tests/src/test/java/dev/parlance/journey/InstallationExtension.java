package dev.parlance.journey;

import dev.parlance.platform.client.ClientFailure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives every test of a run the same installation: starting one takes longer than most tests.
final class InstallationExtension implements ParameterResolver {
    static {
        Awaitility.ignoreExceptionByDefault(ClientFailure.class); // a service that is being restarted
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("installation", _ -> new Installation(), Installation.class);
    }
}
