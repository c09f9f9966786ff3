package org.rostrum.graph;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one request may ask for. */
@ConfigMapping(prefix = "rostrum.limits")
public interface Limits {

  /** How deep fields may be nested. */
  @WithDefault("20")
  int depth();

  /**
   * How many records a request may ask for at most: the page sizes of its lists, multiplied down the nesting, as GitHub
   * counts its node limit. One statement may be handed the keys of all of them, some twice, and PostgreSQL takes 65,535
   * parameters, so more than 30,000 may fail.
   */
  @WithDefault("20000")
  int nodes();
}
