package org.rostrum.engine.plan;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.resolver.FieldFetcher;
import org.rostrum.engine.resolver.PropertyAccessor;
import org.rostrum.engine.resolver.ResolverMethod;
import org.rostrum.engine.resolver.ResolverMethods;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.record.ToOneAssociation;

/**
 * Maps each field of the schema to the fetcher of its values. Built once from the platform's model of the annotations
 * that it also generates the schema from.
 */
public class SchemaWiring {

    private final ResolverMethods methods;
    /** Types share a fetcher where they inherit the method or field. */
    private final Map<Member, FieldFetcher> fetchersByMember = new HashMap<>();

    private final Map<String, Map<String, FieldFetcher>> fetchers;
    private final Map<Class<?>, GraphQLObjectType> types;

    /**
     * Binds the methods and fields of all types.
     *
     * @param beans gives the instance of a class whose methods are called
     * @throws IllegalStateException when a field of the schema has no method, getter or field of its own
     */
    public SchemaWiring(GraphQLSchema schema, Schema model, Function<Class<?>, Object> beans) {
        this.methods = new ResolverMethods(beans);
        this.fetchers = new HashMap<>();
        this.types = new HashMap<>();
        wireRoot(schema.getQueryType(), model.getQueries());
        wireRoot(schema.getMutationType(), model.getMutations());
        wireRoot(schema.getSubscriptionType(), model.getSubscriptions());
        for (Type type : model.getTypes().values()) {
            GraphQLObjectType objectType = schema.getObjectType(type.getName());
            if (objectType != null) {
                types.put(ResolverMethods.classOf(type.getClassName()), objectType);
                wireObject(type, objectType);
            }
        }
    }

    /** A copy, for subclasses that replace some fetchers. */
    public SchemaWiring(SchemaWiring other) {
        this.methods = other.methods;
        this.fetchers = other.fetchers;
        this.types = other.types;
    }

    private void wireRoot(@Nullable GraphQLObjectType type, Collection<Operation> operations) {
        Map<String, FieldFetcher> fields = new HashMap<>();
        for (Operation operation : operations) {
            fields.put(operation.getName(), rootFetcher(operation));
        }
        register(type, fields);
    }

    private void wireObject(Type type, GraphQLObjectType objectType) {
        Map<String, FieldFetcher> fields = new HashMap<>();
        for (Field field : type.getFields().values()) {
            fields.put(field.getName(), propertyFetcher(ResolverMethods.classOf(type.getClassName()), field));
        }
        for (Operation operation : type.getBatchOperations().values()) {
            fields.put(operation.getName(), batchFetcher(operation));
        }
        register(objectType, fields);
    }

    private void register(@Nullable GraphQLObjectType type, Map<String, FieldFetcher> fields) {
        if (type == null) {
            return;
        }
        for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
            if (!fields.containsKey(field.getName())) {
                throw new IllegalStateException(
                        "The field " + type.getName() + "." + field.getName()
                                + " has no data: it needs a public field, a getter, or a method with a @Source parameter that is a List");
            }
        }
        fetchers.put(type.getName(), fields);
    }

    /**
     * The fetcher of a type's field.
     *
     * @throws IllegalArgumentException when the schema has no such field
     */
    public FieldFetcher fetcher(String type, String field) {
        FieldFetcher fetcher = fetchers.getOrDefault(type, Map.of()).get(field);
        if (fetcher == null) {
            throw new IllegalArgumentException("The schema has no field " + type + "." + field);
        }
        return fetcher;
    }

    /**
     * The GraphQL type of an object.
     *
     * @throws IllegalStateException when its class has none
     */
    public GraphQLObjectType typeOf(Object object) {
        GraphQLObjectType type = types.get(object.getClass());
        if (type == null) {
            throw new IllegalStateException("No type of the schema is made from " + object.getClass());
        }
        return type;
    }

    private FieldFetcher propertyFetcher(Class<?> owner, Field field) {
        try {
            Member member = field.getMethodName() != null
                    ? owner.getMethod(field.getMethodName())
                    : owner.getField(field.getPropertyName());
            return fetchersByMember.computeIfAbsent(member, absent -> PropertyAccessor.of(member));
        } catch (NoSuchMethodException | NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private FieldFetcher rootFetcher(Operation operation) {
        ResolverMethod method = methods.bind(operation);
        return (FieldFetcher.RootFetcher) (arguments, selection) -> method.call(null, arguments, selection);
    }

    private FieldFetcher batchFetcher(Operation operation) {
        Method method = ResolverMethods.find(operation);
        return fetchersByMember.computeIfAbsent(method, absent -> {
            Class<?> owner = ResolverMethods.itemClass(
                    method.getGenericParameterTypes()[ResolverMethods.sourceIndex(operation)]);
            JoinFetch join = method.getAnnotation(JoinFetch.class);
            ToOneAssociation association = join == null
                    ? null
                    : new ToOneAssociation(
                            owner,
                            operation.getName(),
                            join.to(),
                            ResolverMethods.itemClass(method.getGenericReturnType()),
                            join.key());
            return new BatchMethod(owner, association, methods.bind(operation));
        });
    }

    private record BatchMethod(Class<?> owner, @Nullable ToOneAssociation association, ResolverMethod method)
            implements FieldFetcher.BatchFetcher {
        @Override
        public @Nullable Object readAhead(Object object) {
            if (association != null && object instanceof BaseEntity entity && entity.hasLink(association)) {
                return association.valueOf(entity.link(association));
            }
            return UNREAD;
        }

        @Override
        public List<?> fetch(List<?> objects, Map<String, Object> arguments, FieldSelection selection)
                throws Throwable {
            List<?> values = (List<?>) method.call(objects, arguments, selection);
            if (values.size() != objects.size()) {
                throw new IllegalStateException(
                        method.name() + " returned " + values.size() + " values for " + objects.size() + " objects");
            }
            return values;
        }
    }
}
