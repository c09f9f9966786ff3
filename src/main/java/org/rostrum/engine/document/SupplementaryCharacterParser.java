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
 * Works around a defect of ANTLR 4.13 with supplementary characters: its lexer reads chunks of 4,096 UTF-16 code units
 * and breaks a surrogate pair that crosses a chunk's end. In such a document each supplementary character, which can
 * only occur in strings and comments, is replaced by a private-use character before parsing and restored in the parsed
 * strings.
 */
public final class SupplementaryCharacterParser {

    private static final int CHUNK = 4_096;
    private static final char FIRST_PRIVATE = '\ue000';
    private static final char LAST_PRIVATE = '\uf8ff';

    private final Map<Integer, Character> replacements = new HashMap<>();
    private final Map<Character, String> originals = new HashMap<>();
    private char next = FIRST_PRIVATE;

    private SupplementaryCharacterParser() {}

    /**
     * Parses a document.
     *
     * @param parser is given the text, with characters replaced where necessary
     */
    public static Document parse(String text, Function<String, Document> parser) {
        if (!breaksPair(text)) {
            return parser.apply(text);
        }
        SupplementaryCharacterParser characters = new SupplementaryCharacterParser();
        Document document = parser.apply(characters.replace(text));
        return (Document) new AstTransformer().transform(document, new NodeVisitorStub() {
            @Override
            @SuppressWarnings("rawtypes") // graphql-java declares it so
            public TraversalControl visitStringValue(StringValue value, TraverserContext<Node> context) {
                return TreeTransformerUtil.changeNode(
                        context, value.transform(builder -> builder.value(characters.restore(value.getValue()))));
            }
        });
    }

    private static boolean breaksPair(String text) {
        for (int end = CHUNK; end < text.length(); end += CHUNK) {
            if (Character.isHighSurrogate(text.charAt(end - 1))) {
                return true;
            }
        }
        return false;
    }

    private String replace(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isBmpCodePoint(point)) {
                replaced.append((char) point);
                return;
            }
            replaced.append(replacements
                    .computeIfAbsent(point, absent -> replacement(text, absent))
                    .charValue());
        });
        return replaced.toString();
    }

    /** When all 6,400 private-use characters occur in the text or are taken, the last one is used for all others. */
    private char replacement(String text, int point) {
        while (next < LAST_PRIVATE && text.indexOf(next) >= 0) {
            next++;
        }
        originals.put(next, Character.toString(point));
        return next == LAST_PRIVATE ? next : next++;
    }

    private String restore(String value) {
        StringBuilder restored = new StringBuilder(value.length());
        value.chars().forEach(c -> restored.append(originals.getOrDefault((char) c, String.valueOf((char) c))));
        return restored.toString();
    }
}
