package org.rostrum.engine.plan;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.record.ToOneAssociation;

/**
 * Ties every field of the schema to where its data come from. The annotations that the platform makes the schema of say so
 * already: this reads the platform's model of them, and binds methods and fields once.
 */
public class SchemaWiring {

  private final ArgumentBinder inputs = new ArgumentBinder();
  private final Function<Class<?>, Object> beans;
  private final Map<Member, FieldFetcher> bound = new HashMap<>();
  private final Map<String, Map<String, FieldFetcher>> sources;
  private final Map<Class<?>, GraphQLObjectType> types;

  /**
   * @param beans gives the instance whose methods are called for a class
   * @throws IllegalStateException when a field of the schema has no data
   */
  public SchemaWiring(GraphQLSchema schema, Schema model, Function<Class<?>, Object> beans) {
    this.beans = beans;
    this.sources = new HashMap<>();
    this.types = new HashMap<>();
    roots(schema.getQueryType(), model.getQueries());
    roots(schema.getMutationType(), model.getMutations());
    roots(schema.getSubscriptionType(), model.getSubscriptions());
    for (Type type : model.getTypes().values()) {
      GraphQLObjectType served = schema.getObjectType(type.getName());
      if (served != null) {
        types.put(classOf(type.getClassName()), served);
        fields(type, served);
      }
    }
  }

  /** The same as another, for a class that changes some of it. */
  public SchemaWiring(SchemaWiring other) {
    this.beans = other.beans;
    this.sources = other.sources;
    this.types = other.types;
  }

  private void roots(GraphQLObjectType type, Collection<Operation> operations) {
    Map<String, FieldFetcher> fields = new HashMap<>();
    for (Operation operation : operations) {
      fields.put(operation.getName(), root(operation));
    }
    keep(type, fields);
  }

  private void fields(Type type, GraphQLObjectType served) {
    Map<String, FieldFetcher> fields = new HashMap<>();
    for (Field field : type.getFields().values()) {
      fields.put(field.getName(), own(classOf(type.getClassName()), field));
    }
    for (Operation operation : type.getBatchOperations().values()) {
      fields.put(operation.getName(), sets(operation));
    }
    keep(served, fields);
  }

  private void keep(GraphQLObjectType type, Map<String, FieldFetcher> fields) {
    if (type == null) {
      return;
    }
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      if (!fields.containsKey(field.getName())) {
        throw new IllegalStateException("The field " + type.getName() + "." + field.getName()
            + " has no data: it needs a public field, a getter, or a method with a @Source parameter that is a List");
      }
    }
    sources.put(type.getName(), fields);
  }

  /** Where the data of a type's field come from. */
  public FieldFetcher source(String type, String field) {
    return sources.get(type).get(field);
  }

  /** The type that a thing is of. */
  public GraphQLObjectType typeOf(Object thing) {
    GraphQLObjectType type = types.get(thing.getClass());
    if (type == null) {
      throw new IllegalStateException("No type is made of " + thing.getClass());
    }
    return type;
  }

  private static Class<?> classOf(String name) {
    try {
      return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private FieldFetcher own(Class<?> owner, Field field) {
    try {
      if (field.getMethodName() != null) {
        Method getter = owner.getMethod(field.getMethodName());
        return bound.computeIfAbsent(getter, any -> new Getter(getter.getDeclaringClass(), handle(getter)));
      }
      java.lang.reflect.Field property = owner.getField(field.getPropertyName());
      return bound.computeIfAbsent(property, any -> new Getter(property.getDeclaringClass(), handle(property)));
    } catch (NoSuchMethodException | NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle handle(Member member) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(member.getDeclaringClass(), MethodHandles.lookup());
      MethodHandle handle = member instanceof Method method
          ? lookup.unreflect(method) : lookup.unreflectGetter((java.lang.reflect.Field) member);
      return handle.asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Getter(Class<?> owner, MethodHandle handle) implements FieldFetcher.PropertyFetcher {
    @Override
    public Object of(Object thing) throws Throwable {
      return (Object) handle.invokeExact(thing);
    }
  }

  private FieldFetcher root(Operation operation) {
    Bound method = bound(operation);
    return (FieldFetcher.RootFetcher) (arguments, asked) -> method.call(null, arguments, asked);
  }

  private FieldFetcher sets(Operation operation) {
    Method method = method(operation);
    return bound.computeIfAbsent(method, any -> {
      Class<?> owner = itemClass(method.getGenericParameterTypes()[sourceIndex(operation)]);
      JoinFetch link = method.getAnnotation(JoinFetch.class);
      ToOneAssociation join = link == null ? null
          : new ToOneAssociation(owner, operation.getName(), link.to(), itemClass(method.getGenericReturnType()), link.key());
      return new SetMethod(owner, join, bound(operation));
    });
  }

  private record SetMethod(Class<?> owner, ToOneAssociation join, Bound method) implements FieldFetcher.BatchFetcher {
    @Override
    public Object read(Object thing) {
      boolean read = join != null && thing instanceof BaseEntity record && record.hasLink(join);
      return read ? join.fitting(((BaseEntity) thing).link(join)) : UNREAD;
    }

    @Override
    public List<?> of(List<?> things, Map<String, Object> arguments, FieldSelection asked) throws Throwable {
      List<?> values = (List<?>) method.call(things, arguments, asked);
      if (values.size() != things.size()) {
        throw new IllegalStateException(method.name + " gave " + values.size() + " values for " + things.size() + " things");
      }
      return values;
    }
  }

  /** A method on its bean. The array that it is called with has the set of things in its place, where it takes one. */
  private record Bound(String name, MethodHandle handle, int things, String[] names, UnaryOperator<Object>[] converters) {

    Object call(List<?> set, Map<String, Object> arguments, FieldSelection asked) throws Throwable {
      Object[] values = new Object[names.length];
      for (int i = 0; i < names.length; i++) {
        values[i] = i == things ? set : converters[i].apply(arguments.get(names[i]));
      }
      return new FieldEnvironment(arguments, asked).answer(() -> (Object) handle.invokeExact(values));
    }
  }

  @SuppressWarnings("unchecked")
  private Bound bound(Operation operation) {
    Method method = method(operation);
    int things = sourceIndex(operation);
    List<Argument> arguments = operation.getArguments();
    String[] names = new String[arguments.size()];
    List<UnaryOperator<Object>> converters = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      names[i] = arguments.get(i).getName();
      converters.add(i == things ? null : inputs.to(method.getGenericParameterTypes()[i]));
    }
    try {
      MethodHandle handle = MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup()).unreflect(method)
          .bindTo(beans.apply(method.getDeclaringClass())).asSpreader(Object[].class, names.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
      return new Bound(method.getDeclaringClass().getSimpleName() + "." + method.getName(), handle, things, names,
          converters.toArray(UnaryOperator[]::new));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int sourceIndex(Operation operation) {
    List<Argument> arguments = operation.getArguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).isSourceArgument()) {
        return i;
      }
    }
    return -1;
  }

  /** Methods of a room may have the same name: for a field of the root and for sets of things, which differ in what they take. */
  private static Method method(Operation operation) {
    List<Method> found = Arrays.stream(classOf(operation.getClassName()).getMethods())
        .filter(method -> method.getName().equals(operation.getMethodName()) && takes(method, operation.getArguments())).toList();
    if (found.size() != 1) {
      throw new IllegalStateException("There are " + found.size() + " methods " + operation.getClassName() + "." + operation.getMethodName());
    }
    return found.get(0);
  }

  private static boolean takes(Method method, List<Argument> arguments) {
    if (method.getParameterCount() != arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (method.getParameters()[i].isAnnotationPresent(org.eclipse.microprofile.graphql.Source.class) != arguments.get(i).isSourceArgument()) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> itemClass(java.lang.reflect.Type list) {
    java.lang.reflect.Type item = ((ParameterizedType) list).getActualTypeArguments()[0];
    return (Class<?>) (item instanceof ParameterizedType nested ? nested.getRawType() : item);
  }
}
