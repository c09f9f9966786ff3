package org.rostrum.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares an answer with the one that a page prints. They must be equal, except for what differs from one installation
 * or one moment to the next: a printed id stands for any id of the same type, a printed instant for any instant, and
 * {@code …} for any text.
 */
final class PrintedJson {

    private static final Pattern ID = Pattern.compile("([a-z_]+)_[0-7][0-9a-hjkmnp-tv-z]{25}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final String ANY = "…";

    private PrintedJson() {}

    /** Where and how an answer differs from the printed one; null where it does not. */
    static String difference(JsonNode printed, JsonNode actual) {
        return difference("$", printed, actual);
    }

    private static String difference(String path, JsonNode printed, JsonNode actual) {
        if (actual == null) {
            return path + ": is missing, the page has " + printed;
        }
        if (printed.isObject() && actual.isObject()) {
            return inFields(path, printed, actual);
        }
        if (printed.isArray() && actual.isArray()) {
            return inItems(path, printed, actual);
        }
        boolean same = printed.isTextual() && actual.isTextual()
                ? isLike(printed.asText(), actual.asText())
                : printed.equals(actual);
        return same ? null : path + ": the page has " + printed + ", the answer " + actual;
    }

    private static String inFields(String path, JsonNode printed, JsonNode actual) {
        TreeSet<String> more = new TreeSet<>();
        actual.fieldNames().forEachRemaining(more::add);
        for (Iterator<Map.Entry<String, JsonNode>> fields = printed.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            more.remove(field.getKey());
            String difference = difference(path + "." + field.getKey(), field.getValue(), actual.get(field.getKey()));
            if (difference != null) {
                return difference;
            }
        }
        return more.isEmpty() ? null : path + ": the page does not have " + more;
    }

    private static String inItems(String path, JsonNode printed, JsonNode actual) {
        for (int i = 0; i < printed.size(); i++) {
            String difference = difference(path + "[" + i + "]", printed.get(i), actual.get(i));
            if (difference != null) {
                return difference;
            }
        }
        return printed.size() == actual.size()
                ? null
                : path + ": the page has " + printed.size() + " items, the answer " + actual.size();
    }

    private static boolean isLike(String printed, String actual) {
        var id = ID.matcher(printed);
        if (id.matches()) {
            var other = ID.matcher(actual);
            return other.matches() && other.group(1).equals(id.group(1));
        }
        if (INSTANT.matcher(printed).matches()) {
            return INSTANT.matcher(actual).matches();
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : printed.split(ANY, -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                .matcher(actual)
                .matches();
    }
}
