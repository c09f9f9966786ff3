package org.rostrum.resolution.mention;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a mention: "Putin’s foreign policy adviser Yuri Ushakov" has the name "Yuri Ushakov", the office of an
 * adviser and the owner "Putin"; "the Polish president" has an office and a place.
 *
 * @param core the mention up to its first comma, without an article
 * @param name the words of a person's name, or of another name that stands alone; empty for a description
 * @param offices the kinds of office named beside the name or instead of it, as in {@code reference/offices.tsv}
 * @param contextKeys the normalised names outside of the person's own, which may be those of places or organisations
 * @param owner whose the person is said to be ("Putin’s adviser", "a spokesman for Putin"), or null
 * @param post the words that name the post, or null
 * @param indefinite whether it refers to nobody in particular: "a diplomat"
 * @param former whether the office is said to be no longer held
 * @param several whether it names several people: "Merkel and Macron"
 * @param owned whether it begins with a possessive pronoun: "his spokesman"
 */
public record ParsedMention(
        String core,
        List<String> name,
        Set<String> offices,
        Set<String> contextKeys,
        @Nullable String owner,
        @Nullable String post,
        boolean indefinite,
        boolean former,
        boolean several,
        boolean owned) {

    /** The name as printed; empty for a description. */
    public String fullName() {
        return String.join(" ", name);
    }

    /** Whether the mention describes somebody without a name: "the Polish president". */
    public boolean isDescription() {
        return name.isEmpty();
    }
}
