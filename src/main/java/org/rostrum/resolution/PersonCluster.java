package org.rostrum.resolution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rostrum.graph.value.TextNormalizer;

/** A person whom an article names, with all that its mentions say beside the name. */
final class PersonCluster {

  /** The name's words, of the longest mention. */
  List<String> name;
  /** The first word and the last, as they are compared. */
  final String first;
  final String last;
  /** Where in the text the full name stands. */
  final TreeSet<Integer> places = new TreeSet<>();
  final Set<String> offices = new LinkedHashSet<>();
  /** Names beside the person's own that may be places or bodies. */
  final Set<String> names = new LinkedHashSet<>();
  /** Whether it is said to be somebody's: "his spokesman". */
  boolean owned;
  String owner;
  String post;
  boolean former;

  PersonCluster(List<String> name) {
    this.name = name;
    String[] words = TextNormalizer.key(String.join(" ", name)).split(" ");
    this.first = words[0];
    this.last = words[words.length - 1];
  }

  boolean isFull() {
    return name.size() > 1;
  }

  /** Takes what a mention says. */
  void take(ParsedMention phrase, int at) {
    if (phrase.name().size() > name.size()) {
      name = phrase.name();
    }
    if (phrase.name().size() > 1) {
      places.add(at);
    }
    offices.addAll(phrase.offices());
    names.addAll(phrase.names());
    owner = owner == null ? phrase.owner() : owner;
    post = post == null ? phrase.post() : post;
    former |= phrase.former();
    owned |= phrase.owned();
  }

  /** The name as printed. */
  String fullName() {
    return String.join(" ", name);
  }

  /** The name as it is compared. */
  String key() {
    return TextNormalizer.key(fullName());
  }
}
