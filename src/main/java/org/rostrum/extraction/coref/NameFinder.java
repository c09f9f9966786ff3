package org.rostrum.extraction.coref;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;

/** Finds the names in a sentence: consecutive tokens that are tagged as names, with the particles between them. */
public final class NameFinder {

    private static final Set<String> PARTICLES =
            Set.of("von", "van", "der", "den", "de", "da", "al", "bin", "ibn", "del", "di", "la", "el", "dos", "ter");

    private NameFinder() {}

    /** The names of a sentence, in order. */
    public static List<NameSpan> in(ParsedSentence s) {
        List<NameSpan> names = new ArrayList<>();
        for (int at = 0; at < s.size(); at++) {
            if (!s.tag(at).isName()) {
                continue;
            }
            int last = at;
            while (last + 1 < s.size() && (s.tag(last + 1).isName() || isParticle(s, last + 1))) {
                last++;
            }
            int head = at;
            for (int word = at; word <= last; word++) {
                if (s.head(word) < at || s.head(word) > last) {
                    head = word;
                }
            }
            CharSpan phrase = NounPhraseSpans.noun(s, head);
            if (phrase.start() > s.start(at) || phrase.end() < s.end(last)) {
                phrase = new CharSpan(s.start(at), s.end(last));
            }
            names.add(new NameSpan(at, last, head, phrase));
            at = last;
        }
        return names;
    }

    private static boolean isParticle(ParsedSentence s, int word) {
        return word + 1 < s.size() && s.tag(word + 1).isName() && PARTICLES.contains(s.form(word));
    }
}
