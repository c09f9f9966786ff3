package org.rostrum.extraction.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.document.ParagraphSplitter.Paragraph;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.quotation.Quotation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.Tokenizer;
import org.rostrum.extraction.syntax.Tokens;

/**
 * A paragraph's sentences and quotations. Utterances that are quoted as a whole are taken out of the sentences that
 * attribute them, so that {@code "…," he said.} is the sentence "he said." with a quotation before its first word.
 */
public final class SentenceSplitter {

    /** Words that seldom follow an abbreviation in the same sentence. */
    private static final Set<String> STARTERS = Set.of(
            "The", "He", "She", "It", "They", "We", "But", "And", "In", "On", "At", "A", "An", "This", "That", "These",
            "Those", "His", "Her", "Their", "For", "As", "If", "When", "While", "After", "Before", "Some", "Many",
            "There", "However");
    /** Longer sentences, in tokens and in UTF-16 code units of tokens, are split: they are tables or lists. */
    private static final int MAX_SENTENCE_LENGTH = 250;

    private static final int MAX_CHARACTERS = 4_000;
    /** How many tokens after "…?" a verb of saying may be. */
    private static final int SOON = 10;

    /**
     * A quotation that is an utterance of its own.
     *
     * @param sentence the number of the sentence in the passage that it belongs to
     * @param before the number of words of that sentence that stand before it
     */
    public record Placed(Quotation quotation, int sentence, int before) {}

    public final Paragraph paragraph;
    final List<Quotation> quotations;
    public final List<ParsedSentence> sentences = new ArrayList<>();
    public final List<Placed> placed = new ArrayList<>();

    private final Lexicon lexicon;
    private final Tokens tokens;
    private final int[] pending;
    private int count;
    private int length;

    private SentenceSplitter(
            String text, Paragraph paragraph, List<Quotation> quotations, Lexicon lexicon, Tokenizer tokenizer) {
        this.paragraph = paragraph;
        this.quotations = quotations;
        this.lexicon = lexicon;
        this.tokens = tokenizer.tokens(text, paragraph.start(), paragraph.end());
        this.pending = new int[Math.min(tokens.size(), MAX_SENTENCE_LENGTH)];
    }

    /** Splits a paragraph into sentences. */
    public static SentenceSplitter of(
            String text, Paragraph paragraph, List<Quotation> quotations, Lexicon lexicon, Tokenizer tokenizer) {
        SentenceSplitter passage = new SentenceSplitter(text, paragraph, quotations, lexicon, tokenizer);
        passage.cut(text);
        return passage;
    }

    private void cut(String text) {
        List<Quotation> whole = quotations.stream().filter(Quotation::whole).toList();
        int next = 0;
        int token = 0;
        while (token < tokens.size() || next < whole.size()) {
            Quotation quotation = next < whole.size() ? whole.get(next) : null;
            if (quotation != null && (token == tokens.size() || tokens.start(token) >= quotation.start())) {
                placed.add(new Placed(quotation, sentences.size(), count));
                next++;
                while (token < tokens.size() && tokens.start(token) < quotation.end()) {
                    token++;
                }
                if (isEndedBy(text, quotation, token, next < whole.size() ? whole.get(next) : null)) {
                    flush();
                }
                continue;
            }
            take(token++);
            boolean full = isFull();
            if (full || ends(token - 1)) {
                while (!full
                        && token < tokens.size()
                        && isCloser(token)
                        && (quotation == null || tokens.start(token) < quotation.start())) {
                    take(token++);
                    full = isFull();
                }
                flush();
            }
        }
        flush();
    }

    private void take(int token) {
        pending[count++] = token;
        length += tokens.end(token) - tokens.start(token);
    }

    private boolean isFull() {
        return count == MAX_SENTENCE_LENGTH || length >= MAX_CHARACTERS;
    }

    /** The quotations that overlap a part of the text. */
    public List<Quotation> quotationsIn(int start, int end) {
        int first = firstQuotationTo(start);
        int behind = first;
        while (behind < quotations.size() && quotations.get(behind).start() < end) {
            behind++;
        }
        return quotations.subList(first, behind);
    }

    /** The number of the first quotation that ends after an offset. */
    private int firstQuotationTo(int place) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotations.get(middle).end() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isCloser(int token) {
        char c = tokens.first(token);
        return tokens.isJoined(token) && "”\"’')]»".indexOf(c) >= 0;
    }

    private void flush() {
        boolean holds = !placed.isEmpty() && placed.get(placed.size() - 1).sentence == sentences.size();
        if (count > 0 || holds) {
            sentences.add(tokens.sentence(pending, count));
            count = 0;
            length = 0;
        }
    }

    /** Whether a sentence ends with a quotation in it. */
    private boolean isEndedBy(String text, Quotation quotation, int token, @Nullable Quotation following) {
        if (token == tokens.size()) {
            return true;
        }
        int last = quotation.outer() - 1;
        while (last > quotation.inner()
                && !Character.isLetterOrDigit(text.charAt(last))
                && ".!?…,—–-".indexOf(text.charAt(last)) < 0) {
            last--;
        }
        char c = text.charAt(last);
        if (quotation.goesOn()) {
            return true;
        }
        boolean quoted = following != null && following.start() == tokens.start(token);
        boolean opens = quoted || Character.isUpperCase(tokens.first(token));
        if (c == '.' || c == '…') {
            return opens;
        }
        if (c != '!' && c != '?' && c != '—' && c != '-' && c != '–') {
            return false;
        }
        if (quoted) {
            return true;
        }
        if (count > 0) {
            return opens;
        }
        for (int i = token; i < Math.min(tokens.size(), token + SOON) && (i == token || !ends(i - 1)); i++) {
            if (lexicon.quotes(tokens.form(i))) {
                return false;
            }
        }
        return opens;
    }

    /** Whether a sentence ends with a token. */
    private boolean ends(int token) {
        char c = tokens.first(token);
        boolean stop = c == '.' || c == '!' || c == '?' || c == '…';
        boolean abbreviated = !stop
                && tokens.end(token) - tokens.start(token) > 1
                && tokens.form(token).endsWith(".");
        if (!stop && !abbreviated) {
            return false;
        }
        int next = token + 1;
        while (next < tokens.size() && isCloser(next)) {
            next++;
        }
        if (next == tokens.size()) {
            return true;
        }
        if (tokens.isJoined(next)) {
            return false;
        }
        char first = tokens.first(next);
        boolean starts = Character.isUpperCase(first)
                || Character.isDigit(first)
                || "“\"‘'«([—-•–@#$£€".indexOf(first) >= 0
                || Character.isLetter(first) && !Character.isLowerCase(first);
        if (!starts) {
            return false;
        }
        if (abbreviated) {
            String form = tokens.form(token);
            String word = form.substring(0, form.length() - 1);
            boolean initial = word.length() == 1;
            return !initial && !lexicon.isTitle(word) && (STARTERS.contains(tokens.form(next)) || first == '“');
        }
        return true;
    }
}
