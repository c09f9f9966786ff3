package org.rostrum.engine.resolver;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.FieldSelection;

/**
 * A method that resolves a field, bound to its bean.
 *
 * @param name class and method, for error messages
 * @param handle takes all parameters as one array
 * @param sourceIndex the index of the parameter that takes the list of objects; -1 where there is none
 * @param names the arguments' names, by parameter
 * @param converters make a parameter's value from an argument's, by parameter; null for the list of objects
 */
public record ResolverMethod(
        String name, MethodHandle handle, int sourceIndex, String[] names, UnaryOperator<Object>[] converters) {

    /**
     * Calls the method.
     *
     * @param objects the list of objects; null for a root field
     */
    public Object call(@Nullable List<?> objects, Map<String, Object> arguments, FieldSelection selection)
            throws Throwable {
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = i == sourceIndex ? objects : converters[i].apply(arguments.get(names[i]));
        }
        return new FieldEnvironment(arguments, selection).call(() -> (Object) handle.invokeExact(values));
    }
}
