package org.rostrum.graph.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How much one request may ask for. */
@ConfigMapping(prefix = "rostrum.limits")
public interface Limits {

  /** The largest body of a request; a message over a websocket too. */
  @WithDefault("16M")
  MemorySize body();

  /**
   * How many bytes of bodies may be in the server at a time, received or on their way through; at least {@link #body}. An
   * eighth of the heap unless set: a body takes some five times its size while it is read.
   */
  Optional<MemorySize> bodies();

  /** How many tokens a document may have. */
  @WithDefault("10000")
  int tokens();

  /** How deep fields may be nested. */
  @WithDefault("20")
  int depth();

  /** How many fields a document may select, those of fragments counted wherever they are spread. */
  @WithDefault("2000")
  int fields();

  /** How many of those fields may have an alias. */
  @WithDefault("100")
  int aliases();

  /** How many fields an operation may select at its root. */
  @WithDefault("50")
  int rootFields();

  /** How many directives may stand at one place. */
  @WithDefault("5")
  int directives();

  /** How many fragments a document may spread, those inside of fragments counted wherever these are spread. */
  @WithDefault("500")
  int spreads();

  /** How many errors of validation a client is told. */
  @WithDefault("20")
  int errors();

  /**
   * How many records a request may ask for at most, its cost: the page sizes of its lists, multiplied down the nesting, as
   * GitHub counts its node limit. One statement may be handed the keys of all of them, some twice, and PostgreSQL takes
   * 65,535 parameters, so more than 30,000 may fail.
   */
  @WithDefault("20000")
  int nodes();

  /**
   * How many links and lists a request may follow, counted for each object, and how many objects lists without pages may have.
   * The cost bounds what is asked for; this bounds what comes of lists without pages that are longer than usual.
   */
  @WithDefault("40000")
  int fetches();

  /** The largest answer's data. */
  @WithDefault("64M")
  MemorySize answer();

  /** How long a request may take; then it is stopped. */
  @WithDefault("10s")
  Duration deadline();

  /** How many subscriptions one websocket may have at a time. */
  @WithDefault("50")
  int subscriptions();

  /** How long a subscriber may leave what was sent to it unread; then its subscriptions end. */
  @WithDefault("10s")
  Duration slowSubscriber();
}
