package org.rostrum.extraction.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.TsvFile;

/** Inflects English verbs and nouns: by rule, and for the verbs in {@code irregular.tsv} as listed there. */
public final class Inflector {

    private static final String VOWELS = "aeiou";
    /** Verbs longer than "beg" that double their last letter before an ending. */
    private static final Set<String> DOUBLING =
            Set.of("admit", "regret", "refer", "rebut", "prefer", "quip", "forget", "confer", "expel", "ship");

    private final Map<String, List<String>> irregular = new HashMap<>();

    public Inflector() {
        for (TsvFile.TsvRow row : TsvFile.read("/extraction/irregular.tsv", "lemma", "past", "participle", "further")) {
            irregular.put(
                    row.get("lemma"),
                    Stream.of("past", "participle", "further")
                            .map(row::get)
                            .filter(form -> !form.isEmpty())
                            .toList());
        }
    }

    /** The forms of a verb, the base form first. */
    public List<String> verb(String lemma) {
        return forms(lemma, irregular.get(lemma));
    }

    private static List<String> forms(String lemma, @Nullable List<String> irregular) {
        List<String> forms = new ArrayList<>(List.of(lemma));
        char last = lemma.charAt(lemma.length() - 1);
        char before = lemma.charAt(lemma.length() - 2);
        boolean y = last == 'y' && VOWELS.indexOf(before) < 0;
        String stem = lemma.substring(0, lemma.length() - 1);
        boolean shortWord = lemma.length() <= 4
                && VOWELS.indexOf(last) < 0
                && "wxy".indexOf(last) < 0
                && VOWELS.indexOf(before) >= 0
                && VOWELS.indexOf(lemma.charAt(lemma.length() - 3)) < 0;
        String doubled = shortWord || DOUBLING.contains(lemma) ? lemma + last : lemma;
        forms.add(y ? stem + "ies" : "sxzh".indexOf(last) >= 0 ? lemma + "es" : lemma + "s");
        forms.add(last == 'e' && before != 'e' ? stem + "ing" : doubled + "ing");
        if (irregular == null) {
            forms.add(y ? stem + "ied" : last == 'e' ? lemma + "d" : doubled + "ed");
        } else {
            forms.addAll(irregular);
        }
        if (lemma.equals("signal") || lemma.equals("label")) {
            forms.add(lemma + "led");
            forms.add(lemma + "ling");
        }
        return forms;
    }

    /** A noun's plural. */
    public static String plural(String noun) {
        if (noun.endsWith("man")) {
            return noun.substring(0, noun.length() - 2) + "en";
        }
        return noun.endsWith("y") && VOWELS.indexOf(noun.charAt(noun.length() - 2)) < 0
                ? noun.substring(0, noun.length() - 1) + "ies"
                : noun.endsWith("s") || noun.endsWith("ch") || noun.endsWith("sh") ? noun + "es" : noun + "s";
    }
}
