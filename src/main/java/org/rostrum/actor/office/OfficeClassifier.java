package org.rostrum.actor.office;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rostrum.graph.value.TextNormalizer;

/** Kinds of offices, from the file {@code reference/offices.tsv}: by titles of posts, and by the words that stand beside names. */
public final class OfficeClassifier {

  /** The file that they come from. */
  public static final String FILE = "offices.tsv";

  /** Longer words are nobody's title. */
  private static final int LONGEST = 400;

  private record Title(String office, Pattern pattern) {}

  private record Mentioned(Set<String> offices, Pattern pattern) {}

  private static final List<Title> TITLES = new ArrayList<>();
  private static final List<Mentioned> MENTIONED = new ArrayList<>();

  static {
    for (String line : ReferenceFiles.lines(FILE)) {
      String[] row = line.split("\t");
      if (row[0].equals("T")) {
        TITLES.add(new Title(row[1], Pattern.compile(row[2])));
      } else {
        MENTIONED.add(new Mentioned(Set.of(row[1].split(",")), Pattern.compile("\\b(?:" + row[2] + ")\\b")));
      }
    }
  }

  /** Whether any is mentioned, asked first: most words beside names tell none. */
  private static final Pattern ANY = Pattern.compile(MENTIONED.stream().map(known -> known.pattern.pattern()).collect(Collectors.joining("|")));

  private OfficeClassifier() {}

  /** The kind of office that a post's title tells; null for none that is known. */
  public static String ofTitle(String title) {
    String office = null;
    int first = Integer.MAX_VALUE;
    for (Title known : TITLES) {
      Matcher matcher = known.pattern.matcher(title);
      if (matcher.find() && matcher.start() < first) {
        // "Spokesman for the Prime Minister" is no prime minister.
        first = matcher.start();
        office = known.office;
      }
    }
    return office;
  }

  /** The kinds of offices that words beside a name, or instead of one, may mean: of those told longest first, the first; none for none. */
  public static Set<String> of(String words) {
    if (words.isEmpty()) {
      return Set.of();
    }
    String key = words.length() > LONGEST ? TextNormalizer.key(words.substring(0, LONGEST)) : TextNormalizer.key(words);
    if (!ANY.matcher(key).find()) {
      return Set.of();
    }
    Set<String> offices = new LinkedHashSet<>();
    StringBuilder left = new StringBuilder(key);
    for (Mentioned known : MENTIONED) {
      Matcher matcher = known.pattern.matcher(left);
      if (matcher.find()) {
        offices.addAll(known.offices);
        // What a longer one has said is not said again by its parts: "vice president" is no president.
        left.replace(matcher.start(), matcher.end(), "#");
      }
    }
    return offices;
  }
}
