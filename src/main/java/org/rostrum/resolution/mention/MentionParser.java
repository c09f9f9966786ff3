package org.rostrum.resolution.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.graph.value.TextNormalizer;

/** Parses mentions into their parts: name, office, owner, post and the names around them. */
public final class MentionParser {

    /** Longer mentions are cut, in UTF-16 code units: what follows does not help to identify the person. */
    public static final int MAX_LENGTH = 300;

    private static final int MAX_PERSON_WORDS = 5;
    private static final Set<String> POSSESSIVE_PRONOUNS = Set.of("his", "her");
    /** Capitalised words after one of these are not the person's name. */
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "for", "in", "at", "to", "from", "near", "on", "with", "by");

    private static final Set<String> PARTICLES = Set.of(
            "von", "der", "den", "van", "de", "da", "do", "dos", "la", "le", "el", "al", "bin", "bint", "ibn", "del",
            "di", "ter");
    private static final Pattern ASIDE =
            Pattern.compile("\\s(?:who|whom|whose|which|that|where|when)\\s|\\s[–—-]\\s|[(;:]");
    private static final Pattern PLACE_OR_TIME = Pattern.compile(
            "(?<before>\\p{Lu}[\\p{L}’'.-]*)(?<gap>\\s)(?:in|on|at|after|during|before|near|over|amid)\\s");
    private static final String DAY_NAMES =
            "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
                    + "|September|October|November|December)";
    private static final Pattern DAY = Pattern.compile(DAY_NAMES);
    /**
     * The date of a statement is not part of the post, though a parser may attach it: "the mayor of Kharkiv, on
     * Monday".
     */
    private static final Pattern DATE_PHRASE =
            Pattern.compile("[,\\s]+(?:on|in|late|early|last|this)\\s(?:on\\s)?" + DAY_NAMES + "\\b.*");
    /** A person's whereabouts do not name the country that the person represents: "the US ambassador in Manila". */
    private static final Pattern WHEREABOUTS = Pattern.compile("\\b(?:in|to|at|near|with|against|about)\\s.*");
    /** A relative of an office holder does not hold the office: "the sister of the North Korean leader". */
    private static final Pattern RELATIVE = Pattern.compile(
            "(?i)\\b(?:sister|brother|wife|husband|widow|son|daughter|mother|father|uncle|aunt|nephew|cousin|ally|rival|critic|opponent|friend|successor|predecessor|supporter|protégé|protege|challenger|lawyer) (?:of|to|and)\\b.*");

    private static final Pattern BENEFICIARY = Pattern.compile("\\b(?:for|to)\\b.*");
    private static final Pattern ASSISTANT =
            Pattern.compile("(?i)spokes(?:man|woman|person)|secretary|advis[eo]r|aide|envoy|lawyer|deputy|assistant");
    private static final Pattern DETERMINER = Pattern.compile("^(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) ");
    private static final Pattern AGE = Pattern.compile("^\\d{1,3}, (?:an? )?");
    private static final Pattern ASSISTANT_OF = Pattern.compile(
            "\\b(?:spokes(?:man|woman|person)|press secretary|adviser|advisor|aide|envoy|lawyer|deputy) (?:for|to|of) (?<owner>\\p{Lu}.*)");
    private static final Pattern POST = Pattern.compile(
            "(?i)\\b(?:president|minister|premier|chancellor|secretary|governor|mayor|senator|lawmaker|congress(?:man|woman)|mp|ambassador|envoy|"
                    + "diplomat|negotiator|mediator|spokes(?:man|woman|person)|advis[eo]r|aide|chief|head|leader|commander|general|colonel|major|captain|admiral|officer|official|"
                    + "director|chair(?:man|woman|person)?|professor|analyst|expert|researcher|fellow|economist|historian|activist|journalist|judge|prosecutor|lawyer|"
                    + "representative|commissioner|coordinator|member|deputy|king|queen|prince|emir|patriarch|bishop|cardinal|imam|founder|coordinator|organi[sz]er|doctor|teacher|"
                    + "worker|farmer|fisherman|engineer|scientist|manager|executive|reporter|author|soldier|student|resident|candidate|speaker|delegate|monitor|inspector|counterpart)s?\\b");

    private final Predicate<String> isPlace;

    /**
     * A parser for one article's mentions.
     *
     * @param isPlace whether a normalised name is that of a place
     */
    public MentionParser(Predicate<String> isPlace) {
        this.isPlace = isPlace;
    }

    /** Whether a post begins with a relation to an office holder: "sister of the North Korean leader". */
    public static boolean isRelative(String post) {
        return RELATIVE.matcher(post).lookingAt();
    }

    /** Parses a mention as printed; any text can be parsed. */
    public ParsedMention parse(String mention) {
        if (mention.indexOf(' ') < 0 && mention.length() < MAX_LENGTH && isWord(mention)) {
            return parseWord(mention);
        }
        String text = mention.length() > MAX_LENGTH ? mention.substring(0, MAX_LENGTH) : mention;
        Matcher aside = ASIDE.matcher(text);
        text = (aside.find() && aside.start() > 0 ? text.substring(0, aside.start()) : text).strip();
        int comma = text.indexOf(", ");
        String head = comma < 0 ? text : text.substring(0, comma);
        String appositive = comma < 0 ? "" : text.substring(comma + 2);
        if (!appositive.isEmpty()
                && (DAY.matcher(head).matches()
                        || isPlace.test(TextNormalizer.key(head)) && Character.isUpperCase(appositive.charAt(0)))) {
            // "In Washington, State Department spokesman …": a parser may attach the place to the name.
            return parse(appositive);
        }
        head = withoutPlaceOrTime(head);
        List<String> words = MentionTokens.words(head);
        int nameStart = nameStart(words);
        if (nameStart == words.size() && !appositive.isEmpty()) {
            // "the president of Poland, Andrzej Duda"
            List<String> after = MentionTokens.words(appositive);
            int name = after.isEmpty() || !MentionTokens.isCapitalised(after.get(0)) ? after.size() : nameStart(after);
            int length = after.size() - name;
            if (length > 1
                    && length <= MAX_PERSON_WORDS
                    && after.subList(0, name).stream().allMatch(MentionLexicon::isTitle)) {
                return assemble(after.subList(name, after.size()), words, words.size(), head, "");
            }
        }
        return assemble(words.subList(nameStart, words.size()), words, nameStart, head, appositive);
    }

    private static boolean isWord(String mention) {
        return !mention.isEmpty() && mention.chars().allMatch(c -> Character.isLetter(c) || c == '-');
    }

    /** A single word is a name, or a noun for somebody. */
    private static ParsedMention parseWord(String word) {
        boolean name = MentionTokens.isCapitalised(word) && !MentionLexicon.isTitle(word) && !word.equals("The");
        if (name) {
            return new ParsedMention(
                    word,
                    List.of(word),
                    Set.of(),
                    Set.of(),
                    null,
                    null,
                    false,
                    false,
                    false,
                    isPossessivePronoun(word));
        }
        Set<String> contextKeys = MentionTokens.isCapitalised(word) ? Set.of(TextNormalizer.key(word)) : Set.of();
        return new ParsedMention(
                word,
                List.of(),
                OfficeClassifier.of(word),
                contextKeys,
                null,
                post(word, ""),
                false,
                false,
                false,
                isPossessivePronoun(word));
    }

    private static boolean isPossessivePronoun(String word) {
        return POSSESSIVE_PRONOUNS.contains(TextNormalizer.key(word));
    }

    /** Removes the place or time of an appearance: "President Ilham Aliyev in Munich". */
    private static String withoutPlaceOrTime(String head) {
        Matcher preposition = PLACE_OR_TIME.matcher(head);
        while (preposition.find()) {
            if (!MentionLexicon.isBody(preposition.group("before"))) {
                return head.substring(0, preposition.start("gap"));
            }
        }
        return head;
    }

    /**
     * Puts the parts together.
     *
     * @param name the words of the name
     * @param words the words of the head
     * @param nameStart where the head's description ends
     * @param head the mention up to its first comma
     * @param appositive the words after the comma; empty without one
     */
    private static ParsedMention assemble(
            List<String> name, List<String> words, int nameStart, String head, String appositive) {
        List<String> description = words.subList(0, nameStart);
        boolean article = !description.isEmpty() && description.get(0).equalsIgnoreCase("the");
        String core = article ? head.substring(Math.min(head.length(), 4)) : head;
        int ownerEnd = ownerEnd(description);
        String office = String.join(" ", description.subList(ownerEnd, description.size()));
        Set<String> offices = new LinkedHashSet<>(OfficeClassifier.of(office));
        offices.addAll(OfficeClassifier.of(ownOffice(appositive)));
        Set<String> contextKeys = new LinkedHashSet<>();
        NameKeys.addNames(
                MentionTokens.words(
                        WHEREABOUTS.matcher(String.join(" ", description)).replaceFirst("")),
                contextKeys);
        NameKeys.addNames(MentionTokens.words(WHEREABOUTS.matcher(appositive).replaceFirst("")), contextKeys);
        boolean former = description.stream().anyMatch(MentionLexicon::isFormer)
                || MentionTokens.words(appositive).stream().limit(3).anyMatch(MentionLexicon::isFormer);
        return new ParsedMention(
                core,
                name.stream().map(MentionTokens::withoutPossessive).toList(),
                offices,
                contextKeys,
                owner(description, ownerEnd, head, appositive),
                post(office, appositive),
                !description.isEmpty() && MentionLexicon.isIndefinite(description.get(0)),
                former,
                namesSeveral(words, nameStart),
                !description.isEmpty() && isPossessivePronoun(description.get(0)));
    }

    /** The person whose assistant is described, or null. */
    private static @Nullable String owner(List<String> description, int ownerEnd, String head, String appositive) {
        if (ownerEnd > 0) {
            return MentionTokens.withoutPossessive(String.join(" ", description.subList(0, ownerEnd)));
        }
        Matcher assistant = ASSISTANT_OF.matcher(appositive.isEmpty() ? head : head + ", " + appositive);
        return assistant.find() ? MentionTokens.withoutPossessive(assistant.group("owner")) : null;
    }

    /** The part of an appositive that describes the person's own office. */
    private static String ownOffice(String appositive) {
        return appositive.isEmpty()
                ? ""
                : BENEFICIARY
                        .matcher(RELATIVE.matcher(appositive).replaceFirst(""))
                        .replaceFirst("");
    }

    /** The words that name the post, before the name or in the appositive; null where neither does. */
    private static @Nullable String post(String before, String appositive) {
        String words = postWords(before, appositive);
        return words == null
                ? null
                : DATE_PHRASE
                        .matcher(AGE.matcher(DETERMINER.matcher(words).replaceFirst(""))
                                .replaceFirst(""))
                        .replaceFirst("")
                        .strip();
    }

    private static @Nullable String postWords(String before, String appositive) {
        if (POST.matcher(before).find()) {
            return before;
        }
        String withoutRelative = RELATIVE.matcher(appositive).replaceFirst("");
        if (POST.matcher(withoutRelative).find()) {
            return withoutRelative;
        }
        Matcher relative = RELATIVE.matcher(appositive);
        return relative.find() ? relative.group() : null;
    }

    /** Whether another person is named before the name: "Merkel and Macron". */
    private static boolean namesSeveral(List<String> words, int nameStart) {
        for (int at = 1; at < nameStart; at++) {
            boolean conjunction = words.get(at).equals("and") || words.get(at).equals("or");
            String before = words.get(at - 1);
            if (conjunction
                    && MentionTokens.isCapitalised(before)
                    && !MentionLexicon.isTitle(before)
                    && nameStart < words.size()) {
                return true;
            }
        }
        return false;
    }

    /** The end, exclusive, of the owner's name: after the last capitalised possessive; 0 without one. */
    private static int ownerEnd(List<String> description) {
        for (int at = description.size() - 1; at >= 0; at--) {
            String word = description.get(at);
            if (MentionTokens.isPossessive(word) && MentionTokens.isCapitalised(word)) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Where the name starts that reaches to the end; the number of words without a name. */
    private int nameStart(List<String> words) {
        int from = capitalisedRunStart(words);
        if (from > 1
                && (words.get(from - 1).equals("for") || words.get(from - 1).equals("to"))
                && ASSISTANT.matcher(words.get(from - 2)).matches()) {
            // "a spokesman for Prime Minister Keir Starmer" is not Starmer.
            return words.size();
        }
        for (int at = words.size() - 1; at >= from; at--) {
            if (MentionLexicon.isTitle(words.get(at))) {
                return at + 1;
            }
        }
        if (from > 0 && PREPOSITIONS.contains(words.get(from - 1))) {
            return nameAfterPlace(words, from);
        }
        boolean definiteDescription = from > 1 && words.get(from - 1).equalsIgnoreCase("the");
        return definiteDescription ? words.size() : from;
    }

    private static int capitalisedRunStart(List<String> words) {
        int from = words.size();
        int least = !words.isEmpty() && words.get(0).equals("The") ? 1 : 0;
        while (from > least
                && (MentionTokens.isCapitalised(words.get(from - 1)) || isParticle(words, from - 1))
                && (from == words.size() || !MentionTokens.isPossessive(words.get(from - 1)))) {
            from--;
        }
        return from;
    }

    /**
     * Where the name starts after a place's: "president of Ukraine Volodymyr Zelensky"; the number of words without
     * one.
     */
    private int nameAfterPlace(List<String> words, int from) {
        for (int to = Math.min(words.size() - 1, from + NameKeys.MAX_NAME_WORDS); to > from; to--) {
            if (isPlace.test(TextNormalizer.key(String.join(" ", words.subList(from, to))))) {
                return to;
            }
        }
        return words.size();
    }

    /** Whether a word is a lower-case part of a name: "von der Leyen", "al-Sisi", "bin Salman". */
    private static boolean isParticle(List<String> words, int at) {
        if (at == 0 || at >= words.size() - 1) {
            return false;
        }
        String word = words.get(at).toLowerCase(Locale.ROOT);
        boolean prefixed = word.length() > 3 && (word.startsWith("al-") || word.startsWith("el-"));
        return PARTICLES.contains(word) || prefixed && word.codePoints().skip(3).allMatch(Character::isLetter);
    }
}
