package org.rostrum.resolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.StanceCue;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.LinkType;
import org.rostrum.graph.value.Stemmer;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.Resolution.Stance;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.resolution.mention.MentionTokens;
import org.rostrum.resolution.scoring.ResolutionWeights;

/**
 * Links statements of an article to the earlier ones that they refer to in so many words: "in response to Putin's
 * statement" to what Putin said before, "rejected the proposal" to the statement about it.
 */
final class StanceLinker {

    /** Whose statement is meant, after an optional noun: "statements by Putin". */
    private static final Pattern NAMED_SPEAKER = Pattern.compile(
            "^\\s*(?:(?:the|a|an|remarks|comments|statements?|claims?|criticism|allegations?|accusations?|warnings?|threats?|calls?|questions?) (?:by|from|of) )?"
                    + "(?:\\p{Ll}+ ){0,3}?(?<name>(?:\\p{Lu}[\\p{L}’'.-]*)(?: \\p{Lu}[\\p{L}’'.-]*){0,3})");
    /** "The German minister's remarks". */
    private static final Pattern DESCRIBED_SPEAKER =
            Pattern.compile("^\\s*(?<who>the (?:[\\p{L}-]+ ){0,4}?[\\p{L}-]+)[’']s\\s");
    /** "The remarks by Abiy". */
    private static final Pattern STATEMENT_BY = Pattern.compile(
            "^\\s*(?:the |a |an |that |this )?(?:\\p{Ll}+ ){0,2}(?:by|from|of) (?<name>\\p{Lu}[\\p{L}’'.-]*(?: \\p{Lu}[\\p{L}’'.-]*){0,3})");
    /** Nouns that any statement may be referred to by. */
    private static final Pattern GENERIC_NOUN = Pattern.compile(
            "(?:accusation|claim|charge|allegation|remark|comment|statement|criticism|suggestion|assertion|word|warning|threat|report)s?");
    /** The noun that a statement is referred to by. */
    private static final Pattern REFERENT = Pattern.compile(
            "^\\s*(?:the|that|this|those|these|\\p{Lu}\\w+[’']s|his|her|their|its)?\\s*(?:\\p{L}+ )?(?<noun>\\p{Ll}{4,})");
    /** How many statements to look back. */
    private static final int MAX_DISTANCE = 40;
    /** How many statements back a generic noun may refer. */
    private static final int MAX_GENERIC_DISTANCE = 2;
    /** An answer to a post refers to a written statement. */
    private static final Pattern WRITTEN_MESSAGE =
            Pattern.compile("\\b(?:post|tweet|message|letter|statement on (?:X|Twitter|Telegram|Truth Social))\\b");

    private static final Pattern WRITING_CUE =
            Pattern.compile("\\b(?:wrote|writes|written|writing|posted|posting|tweeted|tweeting)\\b");
    /** Shorter words are no sign that two statements are about the same, in UTF-16 code units. */
    private static final int MIN_WORD_LENGTH = 5;

    private final MentionResolver resolver;
    private final List<Statement> statements;
    private final List<@Nullable LinkedMention> speakers;
    private final StopSignal stop;
    /** The stemmed words of statements by their index: of no more than may still be compared. */
    private final Map<Integer, Set<String>> stems = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Set<String>> eldest) {
            return size() > 2 * MAX_DISTANCE;
        }
    };

    /**
     * A linker of one article's statements.
     *
     * @param speakers the statements' speakers, in their order
     * @param stop checked for each statement
     */
    StanceLinker(
            MentionResolver resolver,
            List<Statement> statements,
            List<@Nullable LinkedMention> speakers,
            StopSignal stop) {
        this.resolver = resolver;
        this.statements = statements;
        this.speakers = speakers;
        this.stop = stop;
    }

    /** The links that the statements' words express, in the order of the referring statements. */
    List<Stance> link() {
        List<Stance> stances = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            stop.check();
            StanceCue cue = statements.get(i).stanceCue();
            if (cue != null) {
                addStance(stances, i, cue);
            }
        }
        return stances;
    }

    private void addStance(List<Stance> stances, int from, StanceCue cue) {
        LinkType type = cue.stance();
        UUID speaker = speaker(from);
        UUID addressed = addressedSpeaker(cue);
        if (addressed != null) {
            if (!addressed.equals(speaker)) {
                statementBy(
                                addressed,
                                from,
                                WRITTEN_MESSAGE.matcher(cue.context()).find())
                        .ifPresent(to -> stances.add(new Stance(from, to, type, ResolutionWeights.STANCE_TO_NAMED)));
            }
        } else if (cue.stance() != LinkType.REPLIES_TO) {
            statementAbout(cue, from, speaker)
                    .ifPresent(to -> stances.add(new Stance(from, to, type, ResolutionWeights.STANCE_TO_DESCRIBED)));
        }
    }

    private @Nullable UUID speaker(int statement) {
        return LinkedMention.actorOf(speakers.get(statement));
    }

    /**
     * The key of the actor whose statement is meant, by the name or description after the cue; null where there is
     * none.
     */
    private @Nullable UUID addressedSpeaker(StanceCue cue) {
        Matcher described = DESCRIBED_SPEAKER.matcher(cue.context());
        UUID actor = described.find()
                ? resolver.actor(described.group("who"), cue.words().end())
                : null;
        if (actor != null) {
            return actor;
        }
        Matcher by = STATEMENT_BY.matcher(cue.context());
        actor = by.find() ? resolver.actor(by.group("name"), cue.words().end()) : null;
        if (actor != null) {
            return actor;
        }
        Matcher named = NAMED_SPEAKER.matcher(cue.context());
        return named.find()
                ? resolver.actor(
                        MentionTokens.withoutPossessive(named.group("name")),
                        cue.words().end())
                : null;
    }

    /**
     * The index of an actor's earlier statement that is meant: the one with most words in common, else the first
     * quotation of the last time that the actor spoke without interruption.
     *
     * @param written whether a written statement is meant: then the last one that was written comes first
     */
    private OptionalInt statementBy(UUID actor, int from, boolean written) {
        OptionalInt mostSimilar = OptionalInt.empty();
        double highestOverlap = ResolutionWeights.STANCE_WORD_OVERLAP;
        OptionalInt runStart = OptionalInt.empty();
        boolean interrupted = false;
        for (int i = from - 1; i >= 0 && i >= from - MAX_DISTANCE; i--) {
            if (!actor.equals(speaker(i))) {
                interrupted |= runStart.isPresent() && speaker(i) != null;
                continue;
            }
            if (written && WRITING_CUE.matcher(statements.get(i).cue().text()).find()) {
                return OptionalInt.of(i);
            }
            double overlap = overlap(i, from);
            if (overlap > highestOverlap) {
                highestOverlap = overlap;
                mostSimilar = OptionalInt.of(i);
            }
            if (!interrupted && (runStart.isEmpty() || isDirect(i) || !isDirect(runStart.getAsInt()))) {
                runStart = OptionalInt.of(i);
            }
        }
        return mostSimilar.isPresent() ? mostSimilar : runStart;
    }

    private boolean isDirect(int statement) {
        return statements.get(statement).kind() == ClaimKind.DIRECT;
    }

    /** The index of somebody else's last statement that contains the noun after the cue: "the proposal". */
    private OptionalInt statementAbout(StanceCue cue, int from, @Nullable UUID speaker) {
        Matcher referent = REFERENT.matcher(cue.context());
        if (!referent.find()) {
            return OptionalInt.empty();
        }
        String noun = TextNormalizer.key(referent.group("noun"));
        boolean generic = GENERIC_NOUN.matcher(noun).matches();
        for (int i = from - 1; i >= 0 && i >= from - MAX_DISTANCE; i--) {
            UUID other = speaker(i);
            boolean referred = generic && from - i <= MAX_GENERIC_DISTANCE;
            if (other != null && !other.equals(speaker) && (referred || stems(i).contains(Stemmer.stem(noun)))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The share of the words of the statement with fewer words that both have, 0 to 1. */
    private double overlap(int one, int other) {
        Set<String> these = stems(one);
        Set<String> those = stems(other);
        Set<String> both = new HashSet<>(these);
        both.retainAll(those);
        return these.isEmpty() || those.isEmpty() ? 0 : (double) both.size() / Math.min(these.size(), those.size());
    }

    private Set<String> stems(int statement) {
        Set<String> known = stems.get(statement);
        if (known == null) {
            stop.check();
            known = stems(statements.get(statement));
            stems.put(statement, known);
        }
        return known;
    }

    private static Set<String> stems(Statement statement) {
        Set<String> stems = new HashSet<>();
        for (Mention part : statement.content()) {
            for (String word : MentionTokens.words(part.text())) {
                // Many statements of an article have its names in common.
                if (word.length() >= MIN_WORD_LENGTH && !MentionTokens.isCapitalised(word)) {
                    stems.add(Stemmer.stem(TextNormalizer.key(word)));
                }
            }
        }
        return stems;
    }
}
