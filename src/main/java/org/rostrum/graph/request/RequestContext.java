package org.rostrum.graph.request;

import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.LimitExceededException;

/**
 * Execution state bound to the worker thread: who sends the request, how long it may still take, and what it has read
 * so far. Outside a request {@link #current()} returns a new, unlimited instance on each call.
 *
 * <p>Not thread-safe, except that {@link #remainingTime}, {@link #isExpired} and {@link #deadlineExceeded} may be
 * called from any thread.
 */
public final class RequestContext {

    /** Recorded as the author of whatever the server writes without a request. */
    public static final String SYSTEM = "rostrum";

    private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

    private final Deadline deadline;
    private final int maxFetches;
    private @Nullable String caller;
    private @Nullable Object event;
    private @Nullable SubscriptionSource subscriptionSource;
    private int statements;
    private long rows;
    private long fetches;
    private @Nullable LimitExceededException stopped;
    private @Nullable Connection sharedConnection;
    private boolean sharesConnection;

    private RequestContext(@Nullable String caller, Deadline deadline, int maxFetches) {
        this.caller = caller;
        this.deadline = deadline;
        this.maxFetches = maxFetches;
    }

    /** The context of a request that begins now. */
    public static RequestContext start(Limits limits, @Nullable String caller) {
        return new RequestContext(caller, Deadline.in(limits.deadline()), limits.fetches());
    }

    /** The context of the request that runs on this thread; outside a request, a new one without limits. */
    public static RequestContext current() {
        RequestContext context = CURRENT.get();
        return context == null ? new RequestContext(SYSTEM, Deadline.NONE, 0) : context;
    }

    /** Runs an action on this thread with this as the {@linkplain #current() current} context. */
    public <R> R run(Supplier<R> action) {
        RequestContext previous = CURRENT.get();
        CURRENT.set(this);
        try {
            return action.get();
        } finally {
            if (previous == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(previous);
            }
        }
    }

    /**
     * Sets the caller, who is identified only after the request has begun.
     *
     * @return this context
     */
    public RequestContext identify(String identified) {
        caller = identified;
        return this;
    }

    /** The name in the bearer token; {@value #SYSTEM} for the system itself, null for a reader without a token. */
    public @Nullable String caller() {
        return caller;
    }

    /** The name to record as the author of what the current request writes. */
    public static String writer() {
        return Objects.requireNonNullElse(current().caller, SYSTEM);
    }

    /** The remaining time, at least zero; null where there is no deadline. */
    public @Nullable Duration remainingTime() {
        return deadline.remaining();
    }

    /** Whether the deadline has passed. */
    public boolean isExpired() {
        return deadline.isExpired();
    }

    /** How long a statement may take, in whole seconds, at least 1; 0 where there is no deadline. */
    public int remainingSeconds() {
        return deadline.remainingSeconds();
    }

    /** The error of a request whose deadline has passed. */
    public LimitExceededException deadlineExceeded() {
        return deadline.exceeded();
    }

    /**
     * Counts links and lists that are about to be fetched, or the objects in a list without pages.
     *
     * @throws LimitExceededException when the request fetches too many or its deadline has passed
     */
    public void countFetches(int count) {
        fetches += count;
        stopIfExpired();
        if (stopped == null && maxFetches > 0 && fetches > maxFetches) {
            stopped = new LimitExceededException(
                    "fetches",
                    maxFetches,
                    null,
                    "the request was stopped: it follows more than " + maxFetches + " links and lists");
        }
        throwIfStopped();
    }

    /** @throws LimitExceededException when the deadline has passed, or the request was stopped before */
    public void checkDeadline() {
        stopIfExpired();
        throwIfStopped();
    }

    private void stopIfExpired() {
        if (stopped == null && isExpired()) {
            stopped = deadlineExceeded();
        }
    }

    private void throwIfStopped() {
        if (stopped != null) {
            throw stopped;
        }
    }

    /** Why the request was stopped; null when it was not. */
    public @Nullable LimitExceededException stopReason() {
        return stopped;
    }

    /**
     * The connection that all of the request's statements share; null where they do not share one, or none has been
     * opened yet.
     */
    public @Nullable Connection sharedConnection() {
        return sharedConnection;
    }

    /** Sets the shared connection; null once it is closed. */
    public void setSharedConnection(@Nullable Connection shared) {
        sharedConnection = shared;
    }

    /** Whether the request's statements share one connection. */
    public boolean sharesConnection() {
        return sharesConnection;
    }

    /** Sets whether the statements that follow share one connection. */
    public void setSharesConnection(boolean shares) {
        sharesConnection = shares;
    }

    /**
     * Counts a statement that is about to run.
     *
     * @throws LimitExceededException when the deadline has passed, or the request was stopped before
     */
    public void countStatement() {
        checkDeadline();
        statements++;
    }

    /** Counts rows that a statement returned. */
    public void countRows(int read) {
        rows += read;
    }

    /** How many statements have been run to read. */
    public int statements() {
        return statements;
    }

    /** How many rows those statements returned. */
    public long rows() {
        return rows;
    }

    /** The event that a subscription is executed for; null when the request is not one event of a subscription. */
    public @Nullable Object event() {
        return event;
    }

    /**
     * Sets the event that a subscription is executed for.
     *
     * @return this context
     */
    public RequestContext forEvent(Object one) {
        event = one;
        return this;
    }

    /** The source of events that a subscription's field opened; null where none was opened. */
    public @Nullable SubscriptionSource subscriptionSource() {
        return subscriptionSource;
    }

    /** Sets the source of events that a subscription's field opened. */
    public void setSubscriptionSource(SubscriptionSource opened) {
        subscriptionSource = opened;
    }
}
