package org.rostrum.resolution.context;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.resolution.mention.ParsedMention;

/**
 * A person whom an article names, with everything that the mentions of the name say beside it. Two clusters are equal
 * only if they are the same.
 */
public final class PersonCluster {

    private List<String> name;
    private final String first;
    private final String last;
    private final NavigableSet<Integer> fullNameOffsets = new TreeSet<>();
    private final Set<String> offices = new LinkedHashSet<>();
    private final Set<String> contextKeys = new LinkedHashSet<>();
    private boolean owned;
    private @Nullable String owner;
    private @Nullable String post;
    private boolean former;

    /** A person with a name and nothing else said. */
    public PersonCluster(List<String> name) {
        this.name = name;
        String[] words = TextNormalizer.key(String.join(" ", name)).split(" ");
        this.first = words[0];
        this.last = words[words.length - 1];
    }

    /**
     * Adds what a mention says of the person.
     *
     * @param offset where its name starts in the text, in UTF-16 code units
     */
    public void add(ParsedMention mention, int offset) {
        if (mention.name().size() > name.size()) {
            name = mention.name();
        }
        if (mention.name().size() > 1) {
            fullNameOffsets.add(offset);
        }
        offices.addAll(mention.offices());
        contextKeys.addAll(mention.contextKeys());
        owner = owner == null ? mention.owner() : owner;
        post = post == null ? mention.post() : post;
        former |= mention.former();
        owned |= mention.owned();
    }

    /** The first word of the name, normalised. */
    public String first() {
        return first;
    }

    /** The last word of the name, normalised. */
    public String last() {
        return last;
    }

    /** The first and last word of the name: what identifies a person within an article. */
    public String firstAndLast() {
        return first + ' ' + last;
    }

    /** Whether the article has more of the name than one word. */
    public boolean hasFullName() {
        return name.size() > 1;
    }

    /** The longest form of the name, as printed. */
    public String fullName() {
        return String.join(" ", name);
    }

    /** The longest form of the name, normalised. */
    public String nameKey() {
        return TextNormalizer.key(fullName());
    }

    /** The kinds of office that the mentions name, in their order. */
    public Set<String> offices() {
        return Collections.unmodifiableSet(offices);
    }

    /** The normalised names beside the person's own, which may be those of places or organisations. */
    public Set<String> contextKeys() {
        return Collections.unmodifiableSet(contextKeys);
    }

    /** Whether a mention begins with a possessive pronoun: "his spokesman". */
    public boolean owned() {
        return owned;
    }

    /** Whose the person is said to be ("Putin’s adviser"), or null. */
    public @Nullable String owner() {
        return owner;
    }

    /** The words that name the person's post, or null. */
    public @Nullable String post() {
        return post;
    }

    /** Whether the office is said to be no longer held. */
    public boolean former() {
        return former;
    }

    /** Where the text names the person in full for the first time. */
    public OptionalInt firstFullName() {
        return fullNameOffsets.isEmpty() ? OptionalInt.empty() : OptionalInt.of(fullNameOffsets.first());
    }

    /** Where the text names the person in full last, at or before an offset. */
    public OptionalInt lastFullNameUpTo(int offset) {
        return optional(fullNameOffsets.floor(offset));
    }

    /** Where the text names the person in full last, before an offset. */
    public OptionalInt lastFullNameBefore(int offset) {
        return optional(fullNameOffsets.lower(offset));
    }

    private static OptionalInt optional(Integer offset) {
        return offset == null ? OptionalInt.empty() : OptionalInt.of(offset);
    }
}
