package org.rostrum.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.websocket.GraphQLWebSocketProtocol.Operation;

/** Every transition of graphql-transport-ws, without a socket. */
class GraphQLWebSocketProtocolTest {

    private static final ProtocolAction NONE = new ProtocolAction.None();
    private static final ClientMessage INIT = new ClientMessage.ConnectionInit(null);
    private static final GraphQLRequest REQUEST = GraphQLRequest.of(Map.of("query", "{ __typename }"));
    private static final JsonBuffer RESPONSE = new JsonBuffer(16).value(Map.of());
    private static final ApiError ERROR = ApiError.of("INTERNAL", "it failed");
    private static final int MAX_OPERATIONS = 2;

    private final GraphQLWebSocketProtocol protocol = new GraphQLWebSocketProtocol(MAX_OPERATIONS);

    private static void assertSends(ServerMessage message, ProtocolAction action) {
        assertEquals(new ProtocolAction.Send(message), action);
    }

    private static CloseReason assertCloses(int code, ProtocolAction action) {
        CloseReason reason =
                assertInstanceOf(ProtocolAction.Close.class, action).reason();
        assertEquals(code, reason.code());
        return reason;
    }

    private void acknowledge() {
        protocol.receive(INIT);
        protocol.authenticated();
    }

    private ProtocolAction subscribe(String id) {
        return protocol.receive(new ClientMessage.Subscribe(id, REQUEST));
    }

    private Operation start(String id) {
        return assertInstanceOf(ProtocolAction.Start.class, subscribe(id)).operation();
    }

    @Test
    void aConnectionIsAcknowledgedOnceItsCredentialsAreAccepted() {
        assertEquals(
                new ProtocolAction.Authenticate("Bearer x"),
                protocol.receive(new ClientMessage.ConnectionInit("Bearer x")));
        assertSends(new ServerMessage.ConnectionAck(), protocol.authenticated());
        assertEquals(NONE, protocol.authenticated(), "it is acknowledged once");
    }

    @Test
    void aSecondInitClosesTheConnection() {
        acknowledge();
        assertCloses(4429, protocol.receive(INIT));
    }

    @Test
    void aSecondInitClosesTheConnectionBeforeItIsAcknowledged() {
        protocol.receive(INIT);
        assertCloses(4429, protocol.receive(INIT));
        assertEquals(NONE, protocol.authenticated());
    }

    @Test
    void aConnectionWithoutInitIsClosedAfterTheTimeout() {
        assertCloses(4408, protocol.initialisationTimeout());
    }

    @Test
    void theTimeoutHasNoEffectAfterInit() {
        protocol.receive(INIT);
        assertEquals(NONE, protocol.initialisationTimeout());
        protocol.authenticated();
        assertEquals(NONE, protocol.initialisationTimeout());
    }

    @Test
    void refusedCredentialsCloseTheConnection() {
        protocol.receive(INIT);
        assertEquals(
                "Forbidden: no",
                assertCloses(4403, protocol.authenticationFailed(ApiError.of("UNAUTHENTICATED", "no")))
                        .reason());
    }

    @Test
    void credentialsThatCannotBeCheckedAskTheClientToRetry() {
        protocol.receive(INIT);
        assertCloses(1013, protocol.authenticationFailed(ApiError.of("UNAVAILABLE", "later")));
    }

    @Test
    void anExpiredTokenClosesTheConnection() {
        acknowledge();
        assertCloses(4403, protocol.tokenExpired());
    }

    @Test
    void operationsBeforeTheAcknowledgementAreUnauthorized() {
        assertCloses(4401, subscribe("a"));
    }

    @Test
    void operationsDuringAuthenticationAreUnauthorized() {
        protocol.receive(INIT);
        assertCloses(4401, subscribe("a"));
    }

    @Test
    void anIdInUseClosesTheConnection() {
        acknowledge();
        start("a");
        assertEquals(
                "Subscriber for a already exists",
                assertCloses(4409, subscribe("a")).reason());
    }

    @Test
    void tooManyOperationsAreRefusedAndTheConnectionStaysOpen() {
        acknowledge();
        Operation first = start("a");
        start("b");
        ProtocolAction.Send refusal = assertInstanceOf(ProtocolAction.Send.class, subscribe("c"));
        ServerMessage.Error error = assertInstanceOf(ServerMessage.Error.class, refusal.message());
        assertEquals("c", error.id());
        assertEquals("TOO_EXPENSIVE", error.errors().get(0).getExtensions().get("code"));
        protocol.end(first, List.of());
        start("c");
    }

    @Test
    void whatIsNotOfTheProtocolClosesTheConnection() {
        assertEquals(
                "what is this",
                assertCloses(4400, protocol.malformed("what is this")).reason());
    }

    @Test
    void pingsAreAnsweredInAnyPhase() {
        assertSends(new BidirectionalMessage.Pong(), protocol.receive(new BidirectionalMessage.Ping()));
        acknowledge();
        assertSends(new BidirectionalMessage.Pong(), protocol.receive(new BidirectionalMessage.Ping()));
    }

    @Test
    void aClientThatAnswersHeartbeatsIsKept() {
        for (int i = 0; i < 3; i++) {
            assertSends(new BidirectionalMessage.Ping(), protocol.heartbeat());
            assertEquals(NONE, protocol.receive(new BidirectionalMessage.Pong()));
        }
    }

    @Test
    void aClientThatStaysSilentIsAborted() {
        protocol.heartbeat();
        assertEquals(new ProtocolAction.Abort(), protocol.heartbeat());
        assertEquals(NONE, protocol.heartbeat());
    }

    @Test
    void anOperationSendsResponsesUntilItCompletes() {
        acknowledge();
        Operation operation = start("a");
        assertSends(new ServerMessage.Next("a", RESPONSE), protocol.next(operation, RESPONSE));
        assertSends(new BidirectionalMessage.Complete("a"), protocol.end(operation, List.of()));
        assertEquals(NONE, protocol.next(operation, RESPONSE));
        assertEquals(NONE, protocol.end(operation, List.of()));
    }

    @Test
    void anOperationThatFailsEndsWithItsErrorsAlone() {
        acknowledge();
        Operation operation = start("a");
        assertSends(new ServerMessage.Error("a", List.of(ERROR)), protocol.end(operation, List.of(ERROR)));
        assertFalse(protocol.isActive(operation));
    }

    @Test
    void theClientCompletesAnOperation() {
        acknowledge();
        Operation operation = start("a");
        assertTrue(protocol.stream(operation));
        assertEquals(new ProtocolAction.Cancel(operation), protocol.receive(new BidirectionalMessage.Complete("a")));
        assertEquals(NONE, protocol.next(operation, RESPONSE));
        assertEquals(NONE, protocol.receive(new BidirectionalMessage.Complete("a")));
        assertFalse(protocol.stream(operation), "a subscription that is wanted no more is not started");
    }

    @Test
    void anIdThatIsUsedAgainIsAnotherOperation() {
        acknowledge();
        Operation first = start("a");
        protocol.receive(new BidirectionalMessage.Complete("a"));
        Operation second = start("a");
        assertEquals(
                NONE,
                protocol.next(first, RESPONSE),
                "a late response of the first is not taken for one of the second");
        assertEquals(NONE, protocol.end(first, List.of()));
        assertTrue(protocol.isActive(second));
    }

    @Test
    void aClientThatDoesNotReadIsAskedToRetry() {
        acknowledge();
        assertCloses(1013, protocol.clientTooSlow());
    }

    @Test
    void aShutdownClosesAnIdleConnectionAtOnce() {
        acknowledge();
        assertCloses(1001, protocol.shutDown());
    }

    @Test
    void aShutdownDoesNotWaitForSubscriptions() {
        acknowledge();
        protocol.stream(start("a"));
        assertCloses(1001, protocol.shutDown());
    }

    @Test
    void aShutdownWaitsForSingleResponses() {
        acknowledge();
        Operation operation = start("a");
        assertEquals(NONE, protocol.shutDown());
        assertSends(new ServerMessage.Next("a", RESPONSE), protocol.next(operation, RESPONSE));
        assertEquals(NONE, protocol.closeWhenDrained());
        protocol.end(operation, List.of());
        assertCloses(1001, protocol.closeWhenDrained());
    }

    @Test
    void aConnectionStaysOpenWhenItsOperationsEndWithoutAShutdown() {
        acknowledge();
        protocol.end(start("a"), List.of());
        assertEquals(NONE, protocol.closeWhenDrained());
    }

    @Test
    void everythingIsIgnoredAfterTheClose() {
        acknowledge();
        Operation operation = start("a");
        protocol.malformed("x");
        assertFalse(protocol.isActive(operation));
        List<ProtocolAction> actions = List.of(
                protocol.receive(INIT),
                protocol.receive(new BidirectionalMessage.Ping()),
                subscribe("b"),
                protocol.receive(new BidirectionalMessage.Complete("a")),
                protocol.malformed("y"),
                protocol.next(operation, RESPONSE),
                protocol.end(operation, List.of(ERROR)),
                protocol.initialisationTimeout(),
                protocol.authenticated(),
                protocol.authenticationFailed(ERROR),
                protocol.tokenExpired(),
                protocol.clientTooSlow(),
                protocol.heartbeat(),
                protocol.shutDown(),
                protocol.closeWhenDrained());
        actions.forEach(action -> assertEquals(NONE, action));
    }

    @Test
    void everythingIsIgnoredAfterTheTransportClosed() {
        acknowledge();
        protocol.closed();
        assertEquals(NONE, subscribe("a"));
        assertEquals(NONE, protocol.shutDown());
    }
}
