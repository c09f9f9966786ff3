package org.rostrum.engine.resolver;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Reads a public field, or calls a getter, through a method handle. */
public record PropertyAccessor(Class<?> owner, MethodHandle getter) implements FieldFetcher.PropertyFetcher {

    /** Reads a field, or calls a method without arguments. */
    public static PropertyAccessor of(Member member) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(member.getDeclaringClass(), MethodHandles.lookup());
            MethodHandle getter =
                    member instanceof Method method ? lookup.unreflect(method) : lookup.unreflectGetter((Field) member);
            return new PropertyAccessor(
                    member.getDeclaringClass(), getter.asType(MethodType.methodType(Object.class, Object.class)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object get(Object object) throws Throwable {
        return (Object) getter.invokeExact(object);
    }
}
