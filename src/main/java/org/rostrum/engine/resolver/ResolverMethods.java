package org.rostrum.engine.resolver;

import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.graphql.Source;

/** Finds the methods of the platform's model and binds them to their beans. */
public final class ResolverMethods {

    private static final int NO_SOURCE = -1;

    private final ArgumentBinder arguments = new ArgumentBinder();
    private final Function<Class<?>, Object> beans;

    /** @param beans gives the instance of a class whose methods are called */
    public ResolverMethods(Function<Class<?>, Object> beans) {
        this.beans = beans;
    }

    /** Binds an operation of the schema to the bean that resolves it. */
    @SuppressWarnings("unchecked")
    public ResolverMethod bind(Operation operation) {
        Method method = find(operation);
        int sourceIndex = sourceIndex(operation);
        List<Argument> parameters = operation.getArguments();
        String[] names = new String[parameters.size()];
        List<UnaryOperator<Object>> converters = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            names[i] = parameters.get(i).getName();
            converters.add(i == sourceIndex ? null : arguments.converter(method.getGenericParameterTypes()[i]));
        }
        try {
            MethodHandle handle = MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
                    .unreflect(method)
                    .bindTo(beans.apply(method.getDeclaringClass()))
                    .asSpreader(Object[].class, names.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new ResolverMethod(
                    method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                    handle,
                    sourceIndex,
                    names,
                    converters.toArray(UnaryOperator[]::new));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The index of the parameter with {@code @Source}; -1 where there is none. */
    public static int sourceIndex(Operation operation) {
        List<Argument> parameters = operation.getArguments();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).isSourceArgument()) {
                return i;
            }
        }
        return NO_SOURCE;
    }

    /**
     * The method that the model describes. A class may have two of the same name, for a root field and for a type's
     * field, which differ in their parameters.
     */
    public static Method find(Operation operation) {
        List<Method> matching = Arrays.stream(classOf(operation.getClassName()).getMethods())
                .filter(method ->
                        method.getName().equals(operation.getMethodName()) && takes(method, operation.getArguments()))
                .toList();
        if (matching.size() != 1) {
            throw new IllegalStateException("Expected one method " + operation.getClassName() + "."
                    + operation.getMethodName() + ", found " + matching.size());
        }
        return matching.get(0);
    }

    private static boolean takes(Method method, List<Argument> parameters) {
        if (method.getParameterCount() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (method.getParameters()[i].isAnnotationPresent(Source.class)
                    != parameters.get(i).isSourceArgument()) {
                return false;
            }
        }
        return true;
    }

    /** The class of a list's items. */
    public static Class<?> itemClass(Type list) {
        Type item = ((ParameterizedType) list).getActualTypeArguments()[0];
        return (Class<?>) (item instanceof ParameterizedType nested ? nested.getRawType() : item);
    }

    /** The class with a name in the platform's model. */
    public static Class<?> classOf(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
