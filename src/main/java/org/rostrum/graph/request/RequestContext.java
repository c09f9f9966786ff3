package org.rostrum.graph.request;

import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.rostrum.graph.error.LimitExceededException;

/**
 * What one request does to the database, who asks for it, and how long it may still take. A request runs on one thread, and
 * all that it calls finds its work here; what runs outside of requests (the start, for one) has no deadline and is the
 * system's own doing.
 */
public final class RequestContext {

  /** Who is on record for what no person or program asked for. */
  public static final String SYSTEM = "rostrum";

  private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();
  /** A statement is given at least this time: drivers take 0 for "no limit". */
  private static final int LEAST_SECONDS = 1;

  private String caller;
  private final Duration allowed;
  private final long deadline;
  private final int mostFetches;
  private Object event;
  private SubscriptionSource feed;
  private int statements;
  private long rows;
  private long fetches;
  private LimitExceededException stopped;
  private Connection connection;
  private boolean keepsConnection;

  private RequestContext(String caller, Duration allowed, long deadline, int mostFetches) {
    this.caller = caller;
    this.allowed = allowed;
    this.deadline = deadline;
    this.mostFetches = mostFetches;
  }

  /** The work of a request that begins now. */
  public static RequestContext within(Limits limits, String caller) {
    return new RequestContext(caller, limits.deadline(), System.nanoTime() + limits.deadline().toNanos(), limits.fetches());
  }

  /** The work of the running request. */
  public static RequestContext current() {
    RequestContext work = CURRENT.get();
    return work == null ? new RequestContext(SYSTEM, null, Long.MAX_VALUE, 0) : work;
  }

  /** Does something as part of this work. */
  public <R> R run(Supplier<R> something) {
    RequestContext before = CURRENT.get();
    CURRENT.set(this);
    try {
      return something.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** Names the caller, who is known only after the request was read. */
  public void identify(String identified) {
    caller = identified;
  }

  /** Who asks: the name in the bearer token, {@value #SYSTEM} for the system itself, null for a reader without a token. */
  public String caller() {
    return caller;
  }

  /** Under which name the running work writes. */
  public static String writer() {
    return Objects.requireNonNullElse(current().caller, SYSTEM);
  }

  /** What is left of the time, at least zero; null where there is no deadline. */
  public Duration left() {
    return allowed == null ? null : Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** Whether the time is up. */
  public boolean expired() {
    return allowed != null && System.nanoTime() >= deadline;
  }

  /** How long a statement may take, in whole seconds; 0 where there is no deadline. */
  public int secondsLeft() {
    return allowed == null ? 0 : (int) Math.max(LEAST_SECONDS, Math.ceil(left().toMillis() / 1_000.0));
  }

  /** The error of a request whose time is up. */
  public LimitExceededException late() {
    return new LimitExceededException("deadline", allowed.toMillis(), null,
        "the request was stopped: it took longer than the limit of " + allowed.toMillis() + " milliseconds");
  }

  /**
   * Notes links or lists that are about to be followed, or things whose turn it is.
   *
   * @throws LimitExceededException when that is too many, or the time is up
   */
  public void fetch(int count) {
    fetches += count;
    if (stopped == null && expired()) {
      stopped = late();
    }
    if (stopped == null && mostFetches > 0 && fetches > mostFetches) {
      stopped = new LimitExceededException("fetches", mostFetches, null, "the request was stopped: it follows more than " + mostFetches + " links and lists");
    }
    if (stopped != null) {
      throw stopped;
    }
  }

  /** @throws LimitExceededException when the time is up, or the work was stopped before */
  public void checkTime() {
    fetch(0);
  }

  /** The connection that the work keeps for its statements; null where it keeps none, or has none yet. */
  public Connection connection() {
    return connection;
  }

  public void connection(Connection kept) {
    connection = kept;
  }

  /** Whether the work keeps its connection. */
  public boolean keepsConnection() {
    return keepsConnection;
  }

  public void keepsConnection(boolean keeps) {
    keepsConnection = keeps;
  }

  /** Why the work was stopped; null when it was not. */
  public LimitExceededException stopped() {
    return stopped;
  }

  /** Notes a statement that is about to run. @throws LimitError when the work is stopped */
  public void statement() {
    if (stopped == null && expired()) {
      stopped = late();
    }
    if (stopped != null) {
      throw stopped;
    }
    statements++;
  }

  /** Notes rows that a statement gave. */
  public void rows(int read) {
    rows += read;
  }

  /** How many statements were run to read. */
  public int statements() {
    return statements;
  }

  /** How many rows they gave. */
  public long rows() {
    return rows;
  }

  /** For one event of a subscription: the event; null else. */
  public Object event() {
    return event;
  }

  /** Makes this the work for one event of a subscription. */
  public RequestContext forEvent(Object one) {
    event = one;
    return this;
  }

  /** The feed that a subscription's field opened; null where it opened none. */
  public SubscriptionSource feed() {
    return feed;
  }

  /** Notes the feed that a subscription's field opened. */
  public void open(SubscriptionSource opened) {
    feed = opened;
  }
}
