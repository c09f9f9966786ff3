package org.rostrum.http.negotiation;

import java.util.Locale;

/** The media types that answers come in. */
public enum ContentNegotiation {
  GRAPHQL("application/graphql-response+json"),
  JSON("application/json"),
  EVENTS("text/event-stream");

  private final String type;

  ContentNegotiation(String type) {
    this.type = type;
  }

  /** The value of {@code Content-Type}. */
  public String contentType() {
    return type + "; charset=utf-8";
  }

  /**
   * What a client takes.
   *
   * @param answer for an answer at once: {@link #GRAPHQL}, {@link #JSON}, or null for neither
   * @param events whether it takes a stream of events
   */
  public record Accepted(ContentNegotiation answer, boolean events) {}

  /**
   * Reads an {@code Accept} header (RFC 9110, 12.5.1). Of two types that are as welcome as each other the one that is named
   * goes before the one that falls under a wildcard, and GraphQL's own before plain JSON. A client that names nothing, or
   * takes anything, gets JSON; a stream of events only one that names it.
   */
  public static Accepted accepted(String header) {
    if (header == null || header.isBlank()) {
      return new Accepted(JSON, false);
    }
    Weight graphql = Weight.NONE;
    Weight json = Weight.NONE;
    Weight events = Weight.NONE;
    for (String part : header.split(",")) {
      String range = part.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      double quality = quality(part);
      graphql = graphql.orOf(range, GRAPHQL, quality);
      json = json.orOf(range, JSON, quality);
      events = events.orOf(range, EVENTS, quality);
    }
    boolean own = graphql.quality > 0 && (graphql.quality > json.quality
        || graphql.quality == json.quality && graphql.named >= json.named && graphql.named > Weight.ANYTHING);
    ContentNegotiation answer = own ? GRAPHQL : json.quality > 0 ? JSON : null;
    return new Accepted(answer, events.quality > 0 && events.named == Weight.EXACT);
  }

  /** How welcome a type is, by the range that names it most closely. */
  private record Weight(double quality, int named) {
    static final int ANYTHING = 1;
    static final int EXACT = 3;
    static final Weight NONE = new Weight(0, 0);

    Weight orOf(String range, ContentNegotiation media, double other) {
      String family = media.type.substring(0, media.type.indexOf('/')) + "/*";
      int closeness = range.equals(media.type) ? EXACT : range.equals(family) ? 2 : range.equals("*/*") ? ANYTHING : 0;
      return closeness > named ? new Weight(other, closeness) : this;
    }
  }

  /** The weight of one part of such a header; 1 where it names none. */
  static double quality(String part) {
    for (String parameter : part.split(";")) {
      String[] pair = parameter.strip().split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("q")) {
        return parsed(pair[1].strip());
      }
    }
    return 1;
  }

  /** A weight that is none counts as full: refusing the client for it would help nobody. */
  private static double parsed(String weight) {
    try {
      double quality = Double.parseDouble(weight);
      return quality >= 0 && quality <= 1 ? quality : 1;
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
