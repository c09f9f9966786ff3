package org.rostrum.engine.document;

import org.rostrum.graph.error.LimitExceededException;

/**
 * Rejects documents with numbers of very many digits: the parser converts each exactly, in time quadratic in its
 * length.
 */
public final class NumericLiteralGuard {

    /** Far more than any valid argument has. */
    private static final int MAX_DIGITS = 400;

    private NumericLiteralGuard() {}

    /**
     * Checks all numbers of a document, strings and comments left aside.
     *
     * @throws LimitExceededException when a number has too many digits
     */
    public static void check(String document) {
        int digits = 0;
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                if (digits > MAX_DIGITS) {
                    throw new LimitExceededException(
                            "digits",
                            MAX_DIGITS,
                            null,
                            "a number in the request has more than " + MAX_DIGITS + " digits");
                }
                continue;
            }
            digits = 0;
            if (c == '"') {
                i = endOfString(document, i) - 1;
            } else if (c == '#') {
                i = endOfLine(document, i) - 1;
            }
        }
    }

    private static int endOfString(String document, int quote) {
        if (document.startsWith("\"\"\"", quote)) {
            return endOfBlockString(document, quote + 3);
        }
        for (int i = quote + 1; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' || c == '\n' || c == '\r') {
                return i + 1;
            }
        }
        return document.length();
    }

    private static int endOfBlockString(String document, int from) {
        int end = document.indexOf("\"\"\"", from);
        while (end > from && document.charAt(end - 1) == '\\') {
            end = document.indexOf("\"\"\"", end + 3);
        }
        return end < 0 ? document.length() : end + 3;
    }

    private static int endOfLine(String document, int from) {
        for (int i = from; i < document.length(); i++) {
            if (document.charAt(i) == '\n' || document.charAt(i) == '\r') {
                return i;
            }
        }
        return document.length();
    }
}
