package org.rostrum.extraction.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.commons.text.translate.AggregateTranslator;
import org.apache.commons.text.translate.CharSequenceTranslator;
import org.apache.commons.text.translate.EntityArrays;
import org.apache.commons.text.translate.LookupTranslator;

/**
 * Decodes the character references of HTML: the names of HTML 4.01 and {@code &apos;}, by Commons Text, and numbers.
 * Numbers are parsed here, because Commons Text throws on those that are no code points and lets control characters and
 * lone surrogates pass.
 */
final class HtmlEntities {

    private static final CharSequenceTranslator NAMED = new AggregateTranslator(
            new LookupTranslator(EntityArrays.BASIC_UNESCAPE),
            new LookupTranslator(EntityArrays.APOS_UNESCAPE),
            new LookupTranslator(EntityArrays.ISO8859_1_UNESCAPE),
            new LookupTranslator(EntityArrays.HTML40_EXTENDED_UNESCAPE));
    /** From the ampersand to the semicolon, in UTF-16 code units: the longest name is {@code &thetasym;}. */
    private static final int MAX_LENGTH = 10;

    private static final char NO_BREAK_SPACE = '\u00a0';

    private HtmlEntities() {}

    /**
     * A character reference.
     *
     * @param text what it stands for: one character, in one or two UTF-16 code units; a no-break space is a plain one
     * @param end behind its semicolon, in UTF-16 code units
     */
    record Reference(String text, int end) {}

    /**
     * The reference that begins at an ampersand; empty where none does, and for names and numbers that stand for no
     * character.
     */
    static Optional<Reference> at(String raw, int ampersand) {
        int semicolon = semicolon(raw, ampersand);
        if (semicolon < 0) {
            return Optional.empty();
        }
        String name = raw.substring(ampersand + 1, semicolon);
        String text = name.startsWith("#") ? numbered(name.substring(1)) : named('&' + name + ';');
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reference(text.replace(NO_BREAK_SPACE, ' '), semicolon + 1));
    }

    private static int semicolon(String raw, int ampersand) {
        for (int at = ampersand + 1; at < raw.length() && at - ampersand <= MAX_LENGTH; at++) {
            char c = raw.charAt(at);
            if (c == ';') {
                return at;
            }
            if (!Character.isLetterOrDigit(c) && c != '#') {
                return -1;
            }
        }
        return -1;
    }

    private static String named(String reference) {
        StringWriter text = new StringWriter(2);
        try {
            return NAMED.translate(reference, 0, text) == reference.length() ? text.toString() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String numbered(String number) {
        boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
        try {
            int code = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            boolean character = Character.isValidCodePoint(code)
                    && !Character.isISOControl(code)
                    && Character.getType(code) != Character.SURROGATE;
            return character ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
