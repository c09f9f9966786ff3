package org.rostrum.extraction.result;

/**
 * What happens, by PLOVER (<a href="https://github.com/openeventdata/PLOVER">github.com/openeventdata/PLOVER</a>), as far as it is
 * read from news: what is done by speaking is a statement's act.
 */
public enum PloverEventType {
  AGREE, CONSULT, COOPERATE, AID, RETREAT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT
}
