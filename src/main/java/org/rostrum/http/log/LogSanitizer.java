package org.rostrum.http.log;

import io.quarkus.logging.LoggingFilter;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps clients from forging or flooding the log: in all messages, exceptions' included, control characters are escaped
 * and long texts are truncated. Each log handler names it in its setting {@code filter}.
 */
@LoggingFilter(name = LogSanitizer.NAME)
public final class LogSanitizer implements Filter {

    static final String NAME = "sanitized";

    /**
     * The longest message, in UTF-16 code units: enough for a line of the access log, and for the token that is logged
     * in development.
     */
    static final int MAX_MESSAGE = 2_000;
    /**
     * The longest message of an exception, in UTF-16 code units: databases quote whole statements and values of rows in
     * theirs.
     */
    static final int MAX_EXCEPTION_MESSAGE = 300;
    /** How deep causes are followed; deeper ones are dropped. */
    private static final int MAX_DEPTH = 20;

    /** Rewrites the record where necessary; it is always logged. */
    @Override
    @SuppressWarnings("deprecation") // a filter sees the record before any formatter, and its successor needs one
    public boolean isLoggable(LogRecord record) {
        String message = record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage();
        if (message != null && !isClean(message, MAX_MESSAGE)) {
            String clean = clean(message, MAX_MESSAGE);
            if (record instanceof ExtLogRecord extended) {
                extended.setMessage(clean, ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                record.setMessage(clean);
            }
            record.setParameters(null);
        }
        if (record.getThrown() != null && !isClean(record.getThrown(), 0)) {
            record.setThrown(copy(record.getThrown(), new IdentityHashMap<>(), 0));
        }
        return true;
    }

    private static boolean isClean(@Nullable Throwable thrown, int depth) {
        if (thrown == null) {
            return true;
        }
        if (depth > MAX_DEPTH
                || !isClean(String.valueOf(thrown), MAX_EXCEPTION_MESSAGE)
                || !isClean(thrown.getCause(), depth + 1)) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isClean(suppressed, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Cleaned copy(@Nullable Throwable thrown, Map<Throwable, Cleaned> made, int depth) {
        if (thrown == null || depth > MAX_DEPTH) {
            return null;
        }
        Cleaned known = made.get(thrown);
        if (known != null) {
            return known;
        }
        Cleaned copy = new Cleaned(thrown);
        made.put(thrown, copy);
        Cleaned cause = copy(thrown.getCause(), made, depth + 1);
        if (cause != null && cause != copy) {
            copy.initCause(cause);
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            Cleaned one = copy(suppressed, made, depth + 1);
            if (one != null && one != copy) {
                copy.addSuppressed(one);
            }
        }
        return copy;
    }

    /** Replaces an exception in the log. */
    private static final class Cleaned extends Throwable {
        private final String shown;

        Cleaned(Throwable original) {
            super(original.getMessage() == null ? null : clean(original.getMessage(), MAX_EXCEPTION_MESSAGE));
            shown = clean(String.valueOf(original), MAX_EXCEPTION_MESSAGE);
            setStackTrace(original.getStackTrace());
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // the original's whole line, class included, is what is shown
        public String toString() {
            return shown;
        }
    }

    private static boolean isClean(String text, int longest) {
        if (text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Untrusted text as the log may show it: escaped, and truncated to the length of an exception's message. */
    public static String clean(String text) {
        return clean(String.valueOf(text), MAX_EXCEPTION_MESSAGE);
    }

    /** The text with control characters escaped, truncated to a length in UTF-16 code units. */
    static String clean(String text, int longest) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), longest) + 16);
        int end = Math.min(text.length(), longest);
        for (int i = 0; i < end; i++) {
            char character = text.charAt(i);
            if (!isControl(character)) {
                clean.append(character);
            } else if (character == '\n') {
                clean.append("\\n");
            } else {
                clean.append(String.format("\\u%04x", (int) character));
            }
        }
        return end == text.length()
                ? clean.toString()
                : clean.append("… (")
                        .append(text.length())
                        .append(" characters)")
                        .toString();
    }

    /** Line breaks of any kind, terminal escapes, and bidirectional controls. */
    private static boolean isControl(char character) {
        return character < ' ' && character != '\t'
                || character >= 0x7f && character < 0xa0
                || character == '\u2028'
                || character == '\u2029'
                || character >= '\u202a' && character <= '\u202e'
                || character >= '\u2066' && character <= '\u2069'
                || character == '\u200e'
                || character == '\u200f';
    }
}
