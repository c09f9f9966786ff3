package org.rostrum.claim.write;

import java.util.List;
import java.util.UUID;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.graph.input.FieldUpdate;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;

/**
 * A person's valid judgement of a stored claim.
 *
 * @param claim the claim, as read in the running transaction
 * @param article its article
 * @param state the review state to set
 * @param speaker the speaker's key
 * @param addressee the addressee's key
 * @param saidOn when it was said
 * @param modality whether it was said; never replaced by null
 * @param kind how the article reports the words; never replaced by null
 * @param act what the speaker does by saying it
 * @param cue the attributing words
 * @param text what was said; never replaced by null
 * @param evidence spans of the article's body in its order, at least one; unless the text is corrected too, it follows
 *     from them
 */
public record ClaimReview(
        Claim claim,
        Article article,
        ReviewState state,
        FieldUpdate<UUID> speaker,
        FieldUpdate<UUID> addressee,
        FieldUpdate<PartialDate> saidOn,
        FieldUpdate<Modality> modality,
        FieldUpdate<ClaimKind> kind,
        FieldUpdate<SpeechAct> act,
        FieldUpdate<String> cue,
        FieldUpdate<String> text,
        FieldUpdate<List<TextSpan>> evidence) {}
