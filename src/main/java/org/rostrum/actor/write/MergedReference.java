package org.rostrum.actor.write;

/** The rows that a merge of two actors moves from one to the other, by entity and field. */
enum MergedReference {
  SPEAKER("Claim", "speakerKey"),
  ADDRESSEE("Claim", "addresseeKey"),
  PUBLISHER("Article", "publisherKey"),
  POST("Affiliation", "actorKey"),
  POST_IN("Affiliation", "organizationKey"),
  PART("Participant", "actorKey"),
  MERGED("ActorEntity", "mergedInto");

  /** A part in an event that both actors had: one of the two goes. */
  static final String PART_LOST = "PART_LOST";
  /** An alias of the actor that goes. */
  static final String ALIAS = "ALIAS";
  /** A name that the actor that stays takes over. */
  static final String NAME = "NAME";
  /** The Wikidata item that the actor that stays takes over. */
  static final String ITEM = "ITEM";
  /** The country that the actor that stays takes over. */
  static final String COUNTRY = "COUNTRY";

  private final String entity;
  private final String field;

  MergedReference(String entity, String field) {
    this.entity = entity;
    this.field = field;
  }

  /** Selects the keys of the rows that have an actor, {@code :actor}. */
  String select() {
    return "select key from " + entity + " where " + field + " = :actor";
  }

  /** Gives rows, {@code :rows}, that have one actor, {@code :from}, another, {@code :to}. */
  String update() {
    return "update " + entity + " set " + field + " = :to where key in (:rows) and " + field + " = :from";
  }
}
