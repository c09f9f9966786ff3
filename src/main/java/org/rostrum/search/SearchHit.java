package org.rostrum.search;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.rostrum.graph.Persisted;

/** A record that can be found, in the view over all of them. */
@Entity
@Table(name = "search_hit")
public class SearchHit extends Persisted {

  @Enumerated(EnumType.STRING)
  public SearchType kind;
}
