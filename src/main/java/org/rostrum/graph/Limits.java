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
   * counts its node limit.
   */
  @WithDefault("50000")
  int nodes();
}
