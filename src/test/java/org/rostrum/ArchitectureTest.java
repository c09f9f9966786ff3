package org.rostrum;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Source;

/** The dependencies that packages may have, and what holds for kinds of classes. */
@AnalyzeClasses(packages = "org.rostrum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] RECORDS = {
        "org.rostrum.actor..", "org.rostrum.article..", "org.rostrum.claim..", "org.rostrum.event.."
    };
    private static final String[] SHARED = {"org.rostrum.graph..", "org.rostrum.store..", "org.rostrum.connection.."};
    /** What turns articles into records. */
    private static final String[] READING = {
        "org.rostrum.extraction..", "org.rostrum.resolution..", "org.rostrum.intake.."
    };
    /** What answers requests. */
    private static final String[] SERVING = {"org.rostrum.engine..", "org.rostrum.http..", "org.rostrum.server.."};

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("org.rostrum.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package can be read, tested and changed when all that it needs is below it");

    @ArchTest
    static final ArchRule SHARED_ROOMS_KNOW_NO_RECORDS = noClasses()
            .that()
            .resideInAnyPackage(SHARED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(RECORDS, READING, SERVING, "org.rostrum.history..", "org.rostrum.search.."))
            .because("they hold what all types of the API share");

    @ArchTest
    static final ArchRule EXTRACTION_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("org.rostrum.extraction..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.rostrum.extraction..",
                    "org.rostrum.graph.value..",
                    "java..",
                    "opennlp.tools..",
                    "com.fasterxml.jackson..",
                    "org.apache.commons.text..",
                    "org.jspecify..")
            .because(
                    "it must be usable and testable without a database or a server; its results use the vocabularies of the schema, whose MicroProfile GraphQL annotations need neither");

    @ArchTest
    static final ArchRule RECORDS_USE_RECORDS_AND_SHARED_ROOMS = noClasses()
            .that()
            .resideInAnyPackage(RECORDS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(READING, SERVING, "org.rostrum.search.."))
            .because("records do not know how they come in or go out");

    @ArchTest
    static final ArchRule HISTORY_AND_ENGINE_KNOW_SHARED_ROOMS_ONLY = noClasses()
            .that()
            .resideInAnyPackage("org.rostrum.history..", "org.rostrum.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    all(RECORDS, READING, "org.rostrum.search..", "org.rostrum.http..", "org.rostrum.server.."))
            .because("records note their changes and requests run without either knowing more of them");

    @ArchTest
    static final ArchRule HTTP_KNOWS_ENGINE_AND_SHARED_ROOMS_ONLY = noClasses()
            .that()
            .resideInAPackage("org.rostrum.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(RECORDS, READING, "org.rostrum.search.."))
            .because("what a request asks for is the schema's business");

    @ArchTest
    static final ArchRule EVERY_MUTATION_ASKS_FOR_A_ROLE = methods()
            .that()
            .areAnnotatedWith(Mutation.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .because("nothing is written by somebody unknown");

    @ArchTest
    static final ArchRule NOBODY_USES_INTAKE_OR_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages("org.rostrum", "org.rostrum.intake..", "org.rostrum.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rostrum.intake..", "org.rostrum.http..")
            .because("they are the ways in");

    @ArchTest
    static final ArchRule NOBODY_USES_SERVER = noClasses()
            .that()
            .resideOutsideOfPackages("org.rostrum", "org.rostrum.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rostrum.server..")
            .because("what is served does not know how the program was started");

    @ArchTest
    static final ArchRule ENTITIES_LIVE_IN_RECORD_ROOMS = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAnyPackage(
                    "org.rostrum.actor..",
                    "org.rostrum.article..",
                    "org.rostrum.claim..",
                    "org.rostrum.event..",
                    "org.rostrum.search..",
                    "org.rostrum.history..")
            .because("each thing has one room");

    @ArchTest
    static final ArchRule LINKS_ARE_KEYS = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.persistence\\.(ManyToOne|OneToMany|OneToOne|ManyToMany|ElementCollection)")
            .because("a link that is an object is followed row by row; a key is followed for all rows at once");

    @ArchTest
    static final ArchRule FIELDS_ARE_ANSWERED_FOR_SETS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(GraphQLApi.class)
            .should(new ArchCondition<JavaMethod>("take the parents whose field they resolve as a List") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getParameters().stream()
                            .filter(parameter -> parameter.isAnnotatedWith(Source.class)
                                    && !parameter.getRawType().isEquivalentTo(List.class))
                            .forEach(parameter -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " takes one at a time")));
                }
            })
            .because("what takes one thing at a time asks the database for each");

    @ArchTest
    static final ArchRule APIS_ARE_NAMED_FOR_WHAT_THEY_DO = classes()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .haveNameMatching(".*(Api|Mutations|Counts|Subscriptions)")
            .because("a reader must find the fields of a type at once");

    @ArchTest
    static void publicTypesHaveNamesOfTheirOwn(JavaClasses types) {
        Map<String, List<String>> bySimpleName = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type ->
                        !type.getSimpleName().isEmpty() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        bySimpleName.values().removeIf(names -> names.size() == 1);
        // A reader of an import, a log line or a page of the documentation knows which type is meant.
        assertEquals(Map.of(), bySimpleName);
    }

    private static String[] all(Object... packages) {
        return Stream.of(packages)
                .flatMap(part -> part instanceof String[] several ? Stream.of(several) : Stream.of((String) part))
                .toArray(String[]::new);
    }
}
