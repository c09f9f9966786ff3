package org.rostrum.extraction.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.result.StopSignal;

/**
 * A text without its HTML mark-up, and the offsets of its characters in the raw text: tags are removed, those of blocks
 * become line breaks, character references are decoded. A text without mark-up stays as it is.
 */
public final class MarkupStripper {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tr",
            "td",
            "th",
            "table",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "figure",
            "figcaption",
            "hr",
            "pre",
            "title",
            "body",
            "html",
            "head",
            "aside",
            "nav",
            "main");
    private static final Set<String> INLINE = Set.of(
            "a",
            "b",
            "i",
            "em",
            "strong",
            "span",
            "u",
            "s",
            "sub",
            "sup",
            "small",
            "font",
            "img",
            "mark",
            "q",
            "cite",
            "abbr",
            "time",
            "code",
            "tbody",
            "thead",
            "iframe",
            "video",
            "audio",
            "source",
            "meta",
            "link",
            "svg",
            "path",
            "button",
            "label",
            "input",
            "form",
            "picture",
            "noscript",
            "center",
            "wbr",
            "del",
            "ins");
    /** Elements whose content is no text. */
    private static final Set<String> HIDDEN = Set.of("script", "style");
    /** Longer stretches are not taken for a tag, in UTF-16 code units. */
    private static final int MAX_TAG_LENGTH = 4_000;

    private static final String COMMENT_END = "-->";

    /** How many characters are read between two checks of the stop signal. */
    private static final int STRIDE = 1 << 14;

    public final String text;
    private final @Nullable OffsetMap offsets;

    private MarkupStripper(String text, @Nullable OffsetMap offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    /**
     * Strips a text.
     *
     * @param raw the text with its mark-up
     * @param stop checked every {@value #STRIDE} characters
     */
    public static MarkupStripper of(String raw, StopSignal stop) {
        if (raw.indexOf('<') < 0 && raw.indexOf('&') < 0) {
            return new MarkupStripper(raw, null);
        }
        StringBuilder plain = new StringBuilder(raw.length());
        OffsetMap offsets = new OffsetMap();
        int comment = raw.indexOf(COMMENT_END);
        int nextCheck = 0;
        int at = 0;
        while (at < raw.length()) {
            if (at >= nextCheck) {
                stop.check();
                nextCheck = at + STRIDE;
            }
            char c = raw.charAt(at);
            if (c == '<' && comment >= 0 && comment < at) {
                comment = raw.indexOf(COMMENT_END, at);
            }
            int end = c == '<' ? tagEnd(raw, at, comment) : 0;
            Optional<HtmlEntities.Reference> reference = c == '&' ? HtmlEntities.at(raw, at) : Optional.empty();
            if (end > 0) {
                String tag = name(raw, at);
                boolean hidden = HIDDEN.contains(tag);
                end = hidden ? elementEnd(raw, end, tag) : end;
                if (hidden || BLOCKS.contains(tag)) {
                    offsets.add(plain.length(), at, end - at);
                    plain.append('\n');
                }
            } else if (reference.isPresent()) {
                end = reference.get().end();
                offsets.add(plain.length(), at, end - at);
                plain.append(reference.get().text());
                if (reference.get().text().length() > 1) {
                    // The second half of a surrogate pair stands for nothing in the raw text.
                    offsets.add(plain.length() - 1, end, 0);
                }
            } else {
                end = at + 1;
                offsets.add(plain.length(), at, 1);
                plain.append(c);
            }
            at = end;
        }
        if (plain.length() == raw.length()) {
            return new MarkupStripper(raw, null);
        }
        offsets.add(plain.length(), raw.length(), 1);
        return new MarkupStripper(plain.toString(), offsets);
    }

    /** The offset in the raw text of what begins at an offset in the plain one. */
    public int start(int offset) {
        return offsets == null ? offset : offsets.start(offset);
    }

    /** The offset in the raw text of what ends at an offset in the plain one, exclusive. */
    public int end(int offset) {
        return offsets == null || offset == 0 ? offset : offsets.end(offset - 1);
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
     * The offset after a tag; 0 where there is none.
     *
     * @param comment where the next end of a comment is; negative for none
     */
    private static int tagEnd(String raw, int at, int comment) {
        if (raw.startsWith("<!--", at)) {
            int end = comment + COMMENT_END.length();
            return comment >= 0 && end - at <= MAX_TAG_LENGTH ? end : 0;
        }
        String name = name(raw, at);
        if (!BLOCKS.contains(name) && !INLINE.contains(name) && !HIDDEN.contains(name)) {
            return 0;
        }
        int limit = Math.min(raw.length(), at + MAX_TAG_LENGTH);
        for (int to = at + 1; to < limit && raw.charAt(to) != '<'; to++) {
            if (raw.charAt(to) == '>') {
                return to + 1;
            }
        }
        return 0;
    }

    /** The offset after an element whose content is no text; the end of the raw text where it is not closed. */
    private static int elementEnd(String raw, int from, String name) {
        int close = raw.indexOf("</" + name, from);
        int end = close < 0 ? -1 : raw.indexOf('>', close);
        return end < 0 ? raw.length() : end + 1;
    }
}
