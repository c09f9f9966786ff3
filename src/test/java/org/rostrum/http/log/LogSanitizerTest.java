package org.rostrum.http.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class LogSanitizerTest {

    private static final String FORGED =
            "text\r\n2026-01-01 00:00:00,000 ERROR [org.rostrum] (main) all is lost\u001b[31m\u2028\u202e";

    private static String logged(LogRecord record) {
        assertTrue(new LogSanitizer().isLoggable(record));
        return new PatternFormatter("%p [%c] %s%e%n").format(ExtLogRecord.wrap(record));
    }

    private static ExtLogRecord record(String message) {
        return new ExtLogRecord(Level.WARN, message, ExtLogRecord.FormatStyle.PRINTF, "logger");
    }

    @Test
    void aMessageIsOneLineWhateverIsInIt() {
        ExtLogRecord record = record("was %s");
        record.setParameters(new Object[] {FORGED});
        assertEquals(
                "WARN [] was text\\u000d\\n2026-01-01 00:00:00,000 ERROR [org.rostrum] (main) all is lost\\u001b[31m\\u2028\\u202e\n",
                logged(record).replaceAll("\\[[^\\]]*?\\] was", "[] was"));
        assertEquals(1, logged(record(FORGED.replace("%", ""))).lines().count());
        LogRecord plain = new LogRecord(java.util.logging.Level.WARNING, FORGED);
        assertEquals(1, logged(plain).lines().count());
    }

    @Test
    void theMessagesOfExceptionsAreToo() {
        Throwable deep = new IllegalStateException("outer", new IllegalArgumentException(FORGED));
        deep.addSuppressed(new RuntimeException(FORGED));
        ExtLogRecord record = record("failed");
        record.setThrown(deep);
        String text = logged(record);
        assertTrue(text.lines().noneMatch(line -> line.startsWith("2026")), text);
        assertTrue(text.contains("Caused by: java.lang.IllegalArgumentException: text\\u000d\\n2026"), text);
        assertTrue(text.contains("LogSanitizerTest.java"), text);
        assertTrue(text.contains("Suppressed: java.lang.RuntimeException: text"), text);
    }

    @Test
    void whatIsLongIsCut() {
        ExtLogRecord record = record("x".repeat(100_000));
        record.setThrown(new RuntimeException("y".repeat(100_000)));
        String text = logged(record);
        assertTrue(text.length() < 20_000, () -> text.length() + " characters");
        assertTrue(text.contains("x".repeat(LogSanitizer.MAX_MESSAGE) + "… (100000 characters)"));
        assertFalse(text.contains("y".repeat(LogSanitizer.MAX_EXCEPTION_MESSAGE + 1)));
    }

    @Test
    void whatIsCleanStaysAsItIs() {
        RuntimeException thrown = new RuntimeException("zażółć", new RuntimeException("🏃"));
        ExtLogRecord record = record("%s and %d");
        record.setParameters(new Object[] {"one\ttwo", 5});
        record.setThrown(thrown);
        new LogSanitizer().isLoggable(record);
        assertSame(thrown, record.getThrown());
        assertEquals("%s and %d", record.getMessage());
        assertNull(thrown.getCause().getCause());
    }

    @Test
    void exceptionsThatCauseEachOtherEnd() {
        RuntimeException one = new RuntimeException(FORGED);
        RuntimeException other = new RuntimeException(one);
        one.initCause(other);
        ExtLogRecord record = record("failed");
        record.setThrown(one);
        assertTrue(logged(record).contains("failed"));
    }
}
