package org.rostrum.extraction.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rostrum.extraction.result.StopSignal;

/**
 * A text without the mark-up that was pasted in with it, and where each of its characters stood: tags of HTML are gone, those
 * that begin a block are ends of lines, entities are the characters that they stand for. A text without mark-up stays as it is.
 */
public final class MarkupStripper {

  private static final Set<String> BLOCKS = Set.of("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "table",
      "blockquote", "section", "article", "header", "footer", "figure", "figcaption", "hr", "pre", "title", "body", "html", "head", "aside", "nav", "main");
  private static final Set<String> INLINE = Set.of("a", "b", "i", "em", "strong", "span", "u", "s", "sub", "sup", "small", "font", "img", "mark", "q",
      "cite", "abbr", "time", "code", "tbody", "thead", "iframe", "video", "audio", "source", "meta", "link", "svg", "path", "button", "label", "input",
      "form", "picture", "noscript", "center", "wbr", "del", "ins");
  /** Elements whose content is no text. */
  private static final Set<String> HIDDEN = Set.of("script", "style");
  private static final Map<String, Character> ENTITIES = Map.ofEntries(Map.entry("amp", '&'), Map.entry("lt", '<'), Map.entry("gt", '>'), Map.entry("quot", '"'),
      Map.entry("apos", '\''), Map.entry("nbsp", ' '), Map.entry("ldquo", '“'), Map.entry("rdquo", '”'), Map.entry("lsquo", '‘'), Map.entry("rsquo", '’'),
      Map.entry("laquo", '«'), Map.entry("raquo", '»'), Map.entry("mdash", '—'), Map.entry("ndash", '–'), Map.entry("hellip", '…'));
  private static final int LONGEST_ENTITY = 10;
  /** What is longer is no tag, in UTF-16 code units. */
  private static final int LONGEST_TAG = 4_000;
  private static final String COMMENT_END = "-->";

  /** How many characters are read between two questions whether to go on. */
  private static final int STRIDE = 1 << 14;

  public final String text;
  private final Places places;

  private MarkupStripper(String text, Places places) {
    this.text = text;
    this.places = places;
  }

  /**
   * Where the characters of the plain text stand in the raw one, as runs that stand there without a gap. A run's first character may
   * have been several.
   */
  private static final class Places {

    private int[] plain = new int[64];
    private int[] raw = new int[64];
    private int[] width = new int[64];
    private int size;
    private int end;

    /** Notes where the next character of the plain text stands. */
    void add(int at, int start, int length) {
      if (size > 0 && length == 1 && start == end) {
        end = start + 1;
        return;
      }
      if (size == plain.length) {
        plain = Arrays.copyOf(plain, 2 * size);
        raw = Arrays.copyOf(raw, 2 * size);
        width = Arrays.copyOf(width, 2 * size);
      }
      plain[size] = at;
      raw[size] = start;
      width[size++] = length;
      end = start + length;
    }

    private int run(int place) {
      int found = Arrays.binarySearch(plain, 0, size, place);
      return found >= 0 ? found : -found - 2;
    }

    int start(int place) {
      int run = run(place);
      return place == plain[run] ? raw[run] : raw[run] + width[run] + place - plain[run] - 1;
    }

    int end(int place) {
      int run = run(place);
      return raw[run] + width[run] + place - plain[run];
    }
  }

  public static MarkupStripper of(String raw, StopSignal stop) {
    if (raw.indexOf('<') < 0 && raw.indexOf('&') < 0) {
      return new MarkupStripper(raw, null);
    }
    StringBuilder plain = new StringBuilder(raw.length());
    Places places = new Places();
    int comment = raw.indexOf(COMMENT_END);
    int asked = 0;
    int at = 0;
    while (at < raw.length()) {
      if (at >= asked) {
        stop.check();
        asked = at + STRIDE;
      }
      char c = raw.charAt(at);
      if (c == '<' && comment >= 0 && comment < at) {
        comment = raw.indexOf(COMMENT_END, at);
      }
      int end = c == '<' ? tag(raw, at, comment) : c == '&' ? entity(raw, at) : 0;
      String tag = c == '<' && end > 0 ? name(raw, at) : "";
      if (HIDDEN.contains(tag)) {
        end = closing(raw, end, tag);
      }
      boolean line = BLOCKS.contains(tag) || HIDDEN.contains(tag);
      if (end == 0 || c == '&' || line) {
        places.add(plain.length(), at, end == 0 ? 1 : end - at);
        plain.append(end == 0 ? c : line ? '\n' : meaning(raw.substring(at + 1, end - 1)));
      }
      at = end == 0 ? at + 1 : end;
    }
    if (plain.length() == raw.length()) {
      return new MarkupStripper(raw, null);
    }
    places.add(plain.length(), raw.length(), 1);
    return new MarkupStripper(plain.toString(), places);
  }

  /** Where something that begins at a place in the plain text begins in the raw one. */
  public int start(int place) {
    return places == null ? place : places.start(place);
  }

  /** Where something that ends at a place in the plain text ends in the raw one. */
  public int end(int place) {
    return places == null || place == 0 ? place : places.end(place - 1);
  }

  private static String name(String raw, int at) {
    int from = at + 1 < raw.length() && raw.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int to = from;
    while (to < raw.length() && to - from < 12 && Character.isLetterOrDigit(raw.charAt(to))) {
      to++;
    }
    return raw.substring(from, to).toLowerCase(Locale.ROOT);
  }

  /**
   * Behind the end of a tag; 0 where it is none.
   *
   * @param comment where the marks stand that end the next comment; negative where none do
   */
  private static int tag(String raw, int at, int comment) {
    if (raw.startsWith("<!--", at)) {
      int end = comment + COMMENT_END.length();
      return comment >= 0 && end - at <= LONGEST_TAG ? end : 0;
    }
    String name = name(raw, at);
    if (!BLOCKS.contains(name) && !INLINE.contains(name) && !HIDDEN.contains(name)) {
      return 0;
    }
    int limit = Math.min(raw.length(), at + LONGEST_TAG);
    for (int to = at + 1; to < limit && raw.charAt(to) != '<'; to++) {
      if (raw.charAt(to) == '>') {
        return to + 1;
      }
    }
    return 0;
  }

  /** Behind the end of an element whose content is no text; the end of the raw text where it has none. */
  private static int closing(String raw, int from, String name) {
    int close = raw.indexOf("</" + name, from);
    int end = close < 0 ? -1 : raw.indexOf('>', close);
    return end < 0 ? raw.length() : end + 1;
  }

  private static int entity(String raw, int at) {
    for (int to = at + 1; to < raw.length() && to - at <= LONGEST_ENTITY; to++) {
      char c = raw.charAt(to);
      if (c == ';') {
        return meaning(raw.substring(at + 1, to)) == 0 ? 0 : to + 1;
      }
      if (!Character.isLetterOrDigit(c) && c != '#') {
        return 0;
      }
    }
    return 0;
  }

  /** The character that an entity stands for; 0 for none that is known. */
  private static char meaning(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, (char) 0);
    }
    boolean hexadecimal = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    try {
      int code = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      return code > 31 && code < 0xD800 ? (char) code : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
