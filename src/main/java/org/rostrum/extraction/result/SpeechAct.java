package org.rostrum.extraction.result;

/**
 * What one does by a statement: the verbal types of PLOVER (agree to threaten) and what PLOVER dropped of CAMEO's 01x and 02x (state
 * to appeal), as the design's words have them.
 */
public enum SpeechAct {
  STATE, DECLINE_COMMENT, PREDICT_GOOD, PREDICT_BAD, CONSIDER, ACKNOWLEDGE, DENY, APPEAL, AGREE, CONSULT, SUPPORT, CONCEDE, REQUEST,
  ACCUSE, REJECT, THREATEN
}
