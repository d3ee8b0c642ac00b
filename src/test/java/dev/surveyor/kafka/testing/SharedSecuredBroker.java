package dev.surveyor.kafka.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives integration tests ONE {@link SecuredBroker} per test JVM: started when the first test asks for it, closed when
 * the JVM's tests are over. What tests make there has unique names; rights are given to {@code bob} only.
 */
public final class SharedSecuredBroker implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedSecuredBroker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SecuredBroker.class;
    }

    @Override
    public SecuredBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(SharedSecuredBroker.class, key -> start(), Shared.class)
                .broker;
    }

    private static Shared start() {
        try {
            return new Shared(SecuredBroker.start());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Closed by JUnit with the session, at the end of the JVM's tests; Maven runs each class of them by itself. */
    private record Shared(SecuredBroker broker) implements AutoCloseable {
        @Override
        public void close() {
            broker.close();
        }
    }
}
