package org.rostrum.engine.document;

import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.StringValue;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Parses documents with characters beyond the basic plane. The lexer reads in chunks of 4,096, and ANTLR 4.13 breaks a
 * character that a chunk ends in the middle of. So where there is one, such characters, which may stand in strings and
 * comments only, are parsed under the names of private characters and put back into the strings that come out.
 */
public final class SupplementaryCharacterParser {

  private static final int CHUNK = 4_096;
  private static final char FIRST_PRIVATE = '\ue000';
  private static final char LAST_PRIVATE = '\uf8ff';

  private final Map<Integer, Character> names = new HashMap<>();
  private final Map<Character, String> meant = new HashMap<>();
  private char next = FIRST_PRIVATE;

  private SupplementaryCharacterParser() {}

  /** Parses a text, which the parser may see changed. */
  public static Document parsed(String text, Function<String, Document> parser) {
    if (!isBroken(text)) {
      return parser.apply(text);
    }
    SupplementaryCharacterParser astral = new SupplementaryCharacterParser();
    Document document = parser.apply(astral.named(text));
    return (Document) new AstTransformer().transform(document, new NodeVisitorStub() {
      @Override
      public TraversalControl visitStringValue(StringValue value, TraverserContext<Node> context) {
        return TreeTransformerUtil.changeNode(context, value.transform(changed -> changed.value(astral.restored(value.getValue()))));
      }
    });
  }

  private static boolean isBroken(String text) {
    for (int end = CHUNK; end < text.length(); end += CHUNK) {
      if (Character.isHighSurrogate(text.charAt(end - 1))) {
        return true;
      }
    }
    return false;
  }

  private String named(String text) {
    StringBuilder named = new StringBuilder(text.length());
    text.codePoints().forEach(point -> {
      if (Character.isBmpCodePoint(point)) {
        named.append((char) point);
        return;
      }
      named.append(names.computeIfAbsent(point, unseen -> name(text, unseen)).charValue());
    });
    return named.toString();
  }

  /** When all private characters are taken, which takes a text of over six thousand different ones, the parser says what it says. */
  private char name(String text, int point) {
    while (next < LAST_PRIVATE && text.indexOf(next) >= 0) {
      next++;
    }
    meant.put(next, Character.toString(point));
    return next == LAST_PRIVATE ? next : next++;
  }

  private String restored(String value) {
    StringBuilder restored = new StringBuilder(value.length());
    value.chars().forEach(c -> restored.append(meant.getOrDefault((char) c, String.valueOf((char) c))));
    return restored.toString();
  }
}
