package org.rostrum.actor.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.rostrum.actor.ActorChangedEvent;
import org.rostrum.actor.Affiliation;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;

/** Stores the posts of actors. Runs in its caller's transaction. */
@ApplicationScoped
public class AffiliationService {

    private final Event<ActorChangedEvent> changed;
    private final Event<AffiliationRemovedEvent> removed;
    private final ChangeLog history;

    AffiliationService(Event<ActorChangedEvent> changed, Event<AffiliationRemovedEvent> removed, ChangeLog history) {
        this.changed = changed;
        this.removed = removed;
        this.history = history;
    }

    /** Replaces an actor's posts. Equal posts stay as they are, so that claims keep referring to them. */
    public void replace(UUID actor, List<AffiliationDraft> posts) {
        List<AffiliationDraft> added = new ArrayList<>(posts);
        for (Affiliation stored : Affiliation.<Affiliation>list("actorKey", actor)) {
            if (!added.removeIf(post -> post.equalsStored(stored))) {
                removed.fire(new AffiliationRemovedEvent(stored.key));
                stored.delete();
            }
        }
        added.forEach(post -> post.of(actor).persist());
    }

    /**
     * Notes that an article attests a post: as a new one, or as more days of an attested one with the same title and
     * country.
     *
     * @param article the article's key
     * @param on the day on which the article says that the post is held
     */
    public void attest(AttestedPost attested, UUID article, LocalDate on) {
        Optional<Affiliation> known = Affiliation.<Affiliation>list("actorKey", attested.actor()).stream()
                .filter(post -> isSame(post, attested))
                .findFirst();
        if (known.isPresent()) {
            attestAgain(known.get(), article, on);
            return;
        }
        Affiliation post = Affiliation.of(
                attested.actor(), attested.title(), attested.organization(), attested.country(), null, null);
        post.attest(article, on);
        post.persist();
        history.note(
                SubjectType.ACTOR,
                post.actorKey,
                ChangeAction.UPDATED,
                new FieldChange("affiliations", null, post.describe()));
        changed.fire(new ActorChangedEvent(List.of(post.actorKey)));
    }

    private static boolean isSame(Affiliation post, AttestedPost attested) {
        return post.attestedFrom != null
                && TextNormalizer.key(post.title).equals(TextNormalizer.key(attested.title()))
                && Objects.equals(post.countryKey, attested.country());
    }

    private void attestAgain(Affiliation post, UUID article, LocalDate on) {
        boolean earlier = on.isBefore(post.attestedFrom);
        if (!post.attest(article, on)) {
            return;
        }
        post.touch();
        if (earlier) {
            // Claims of days that the later article did not attest may now have a capacity.
            changed.fire(new ActorChangedEvent(List.of(post.actorKey)));
        }
    }
}
