package org.rostrum.store.record;

import java.util.Map;

/**
 * Coerced arguments and selection of the field being resolved (cf. graphql-java's {@code DataFetchingEnvironment}).
 * Bound to the thread while the field's method runs.
 *
 * @param arguments the arguments in the document, with defaults filled in
 * @param selection what is selected below the field
 */
public record FieldEnvironment(Map<String, Object> arguments, FieldSelection selection) {

    private static final FieldEnvironment NONE = new FieldEnvironment(Map.of(), FieldSelection.ALL);
    private static final ThreadLocal<FieldEnvironment> CURRENT = new ThreadLocal<>();

    /** The environment of the field whose method runs on this thread; outside of any, one that selects everything. */
    public static FieldEnvironment current() {
        FieldEnvironment environment = CURRENT.get();
        return environment == null ? NONE : environment;
    }

    /** A field's method, bound to its arguments. */
    public interface Method {
        Object call() throws Throwable;
    }

    /** Calls a field's method with this as the {@linkplain #current() current} environment. */
    public Object call(Method method) throws Throwable {
        CURRENT.set(this);
        try {
            return method.call();
        } finally {
            CURRENT.remove();
        }
    }
}
