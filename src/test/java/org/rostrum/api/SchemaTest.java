package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The served schema is the committed one; an invalid one would not be served at all. */
@QuarkusTest
class SchemaTest extends ApiTest {

    private static final Path COMMITTED = Path.of("schema.graphql");

    private static String served() {
        return given().get("/graphql/schema.graphql")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .strip() + "\n";
    }

    /** After a wanted change: {@code ./mvnw test -Dtest=SchemaTest -Drostrum.schema.update=true}. */
    @Test
    void isTheCommittedOne() throws IOException {
        if (Boolean.getBoolean("rostrum.schema.update")) {
            Files.writeString(COMMITTED, served());
        }
        assertEquals(Files.readString(COMMITTED), served());
    }

    @Test
    void describesEverything() {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(served()));
        List<String> undescribed = new ArrayList<>();
        schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .forEach(type -> {
                    if (type instanceof GraphQLFieldsContainer container) {
                        look(container.getName(), container, undescribed);
                        container.getFieldDefinitions().forEach(field -> look(container.getName(), field, undescribed));
                    }
                    if (type instanceof GraphQLInputObjectType input) {
                        look(input.getName(), input, undescribed);
                        input.getFieldDefinitions().forEach(field -> look(input.getName(), field, undescribed));
                    }
                    if (type instanceof GraphQLEnumType choice) {
                        look(choice.getName(), choice, undescribed);
                        choice.getValues().forEach(value -> look(choice.getName(), value, undescribed));
                    }
                });
        assertEquals(List.of(), undescribed);
    }

    private static void look(String type, GraphQLNamedSchemaElement element, List<String> undescribed) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            undescribed.add(type + "." + element.getName());
        }
        if (element instanceof GraphQLFieldDefinition field) {
            field.getArguments().forEach(argument -> look(type + "." + field.getName(), argument, undescribed));
        }
    }
}
