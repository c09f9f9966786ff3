package org.rostrum.graph.node;

import io.quarkus.arc.All;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.rostrum.connection.PageArgs;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.FieldEnvironment;

/** The queries {@code node} and {@code nodes}. */
@GraphQLApi
public class NodeApi {

    private final Map<String, NodeLoader> loaders;

    NodeApi(@All List<NodeLoader> loaders) {
        this.loaders = loaders.stream().collect(Collectors.toMap(NodeLoader::prefix, Function.identity()));
    }

    /** The object with an id; null where there is none. */
    @Query
    @Description("The thing with this id, or null where there is none.")
    public Node node(@Name("id") @Id @NonNull @Description("A global id.") String id) {
        return nodes("id", List.of(id)).get(0);
    }

    /** The objects with these ids, in the ids' order; null where there is none. */
    @Query
    @NonNull
    @Description("The things with these ids, in the ids' order, null where there is none. At most 100.")
    public List<Node> nodes(
            @Name("ids") @Id @NonNull @Description("Global ids, at most 100.") List<@NonNull String> ids) {
        return nodes("ids", ids);
    }

    private List<Node> nodes(String argument, List<String> ids) {
        if (ids.size() > PageArgs.MAX) {
            throw new BadUserInputException(argument, "must hold at most " + PageArgs.MAX + " ids, held " + ids.size());
        }
        List<TypeId> parsed = ids.stream()
                .map(id -> TypeId.parse(id)
                        .filter(known -> loaders.containsKey(known.prefix()))
                        .orElseThrow(() -> new BadUserInputException(
                                argument, "\"" + TextNormalizer.shorten(id) + "\" is not an id")))
                .toList();
        Map<String, Set<UUID>> keys = parsed.stream()
                .collect(Collectors.groupingBy(TypeId::prefix, Collectors.mapping(TypeId::uuid, Collectors.toSet())));
        Map<TypeId, Node> byId = new HashMap<>();
        keys.forEach((prefix, requested) -> Objects.requireNonNull(
                        loaders.get(prefix), "ids of unknown types were rejected")
                .byKeys(requested, FieldEnvironment.current().selection())
                .forEach((key, node) -> byId.put(new TypeId(prefix, key), node)));
        List<Node> nodes = new ArrayList<>();
        parsed.forEach(id -> nodes.add(byId.get(id)));
        return nodes;
    }
}
