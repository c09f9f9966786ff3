package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.write.ActorRecorder;
import org.rostrum.actor.write.ActorService;
import org.rostrum.article.Article;
import org.rostrum.claim.AttributionCandidate;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.write.ClaimInputs.LinkClaimsInput;
import org.rostrum.claim.write.ClaimInputs.RecordClaimInput;
import org.rostrum.claim.write.ClaimInputs.ReviewClaimInput;
import org.rostrum.claim.write.ClaimInputs.SpanInput;
import org.rostrum.claim.write.ClaimInputs.UnlinkClaimsInput;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.LinkType;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks.Stage;
import org.rostrum.store.tx.KeyLocks;

/** Records, reviews and links claims. Every method runs in its caller's transaction. */
@ApplicationScoped
public class ClaimService {

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_CUE = 200;
  private static final int LONGEST_MENTION = 500;
  private static final int MOST_SPANS = 50;
  private static final int MOST_EVENTS = 100;
  /** What stands for the words between two parts of a statement. */
  private static final String BETWEEN = " … ";
  private static final String OPENING = "\"“„«‘'";
  private static final String CLOSING = "\"”“»’'";

  private final ActorService actors;
  private final CapacityUpdater capacities;
  private final EntityManager entities;
  private final ChangeLog history;
  private final ReportClusterer reports;
  private final KeyLocks locks;

  ClaimService(ActorService actors, CapacityUpdater capacities, EntityManager entities, ChangeLog history, ReportClusterer reports, KeyLocks locks) {
    this.locks = locks;
    this.reports = reports;
    this.actors = actors;
    this.capacities = capacities;
    this.entities = entities;
    this.history = history;
  }

  /** What must be locked, in {@link Stage#CONTENT}, before statements of an article are stored. */
  public static Set<String> lockKeys(Instant publishedAt, List<ClaimDraft> drafts) {
    LocalDate published = publishedOn(publishedAt);
    return drafts.stream().flatMap(draft -> ReportClusterer.lockKeys(draft.speaker(), Objects.requireNonNullElse(InputValidator.startOf(draft.saidOn(), draft.precision()), published)).stream())
        .collect(Collectors.toSet());
  }

  private static LocalDate publishedOn(Instant publishedAt) {
    return publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Stores new claims of an article, of which the {@link #lockKeys} are locked; gives their keys in the drafts' order. */
  public List<UUID> store(Article article, List<ClaimDraft> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    List<Claim> claims = drafts.stream().map(draft -> claim(article, draft)).toList();
    capacities.fill(claims, publishedOn(article.publishedAt));
    for (int i = 0; i < claims.size(); i++) {
      prove(claims.get(i), article, drafts.get(i).spans());
      claims.get(i).persist();
    }
    claims.forEach(claim -> history.recorded(SubjectType.CLAIM, claim.key));
    List<UUID> keys = claims.stream().map(claim -> claim.key).toList();
    for (int i = 0; i < claims.size(); i++) {
      keepCandidates(claims.get(i), drafts.get(i).attributed());
    }
    reports.group(keys);
    return keys;
  }

  static void attribute(Claim claim, DraftAttribution attributed) {
    claim.extracted = attributed != null;
    claim.attributionRule = attributed == null ? null : attributed.rule();
    claim.attributionScore = attributed == null ? null : attributed.score();
    claim.toldCountryKey = attributed == null ? null : attributed.country();
  }

  static void keepCandidates(Claim claim, DraftAttribution attributed) {
    if (attributed != null) {
      attributed.candidates().forEach((actor, score) -> {
        AttributionCandidate candidate = BaseEntity.begun(new AttributionCandidate());
        candidate.claimKey = claim.key;
        candidate.actorKey = actor;
        candidate.score = score;
        candidate.persist();
      });
    }
  }

  private static Claim claim(Article article, ClaimDraft draft) {
    Claim claim = BaseEntity.begun(new Claim());
    claim.articleKey = article.key;
    claim.kind = draft.kind();
    claim.cue = draft.cue();
    claim.act = draft.act();
    claim.speakerKey = draft.speaker();
    claim.speakerMention = draft.speakerMention();
    claim.addresseeKey = draft.addressee();
    claim.addresseeMention = draft.addresseeMention();
    claim.saidOn(InputValidator.startOf(draft.saidOn(), draft.precision()), draft.precision());
    claim.confidence = draft.confidence();
    claim.review = draft.review();
    claim.text = text(article, draft);
    attribute(claim, draft.attributed());
    return claim;
  }

  /** Stores the evidence before the claim that names it: the database takes no claim without. */
  private static void prove(Claim claim, Article article, List<TextSpan> spans) {
    List<Evidence> evidence = spans.stream().map(span -> Evidence.of(claim.key, article, span)).toList();
    evidence.forEach(one -> one.persist());
    claim.firstEvidenceKey = evidence.get(0).key;
    claim.position = spans.get(0).start();
  }

  /** What a claim that is recorded says: what is given, else the words of the article. */
  static String text(Article article, ClaimDraft draft) {
    return draft.text() == null ? words(article, draft.spans(), draft.kind()) : draft.text();
  }

  /** As {@link #words(Article, List)}, without the "that" which introduces indirect speech. */
  private static String words(Article article, List<TextSpan> spans, ClaimKind kind) {
    String words = words(article, spans);
    return kind == ClaimKind.INDIRECT ? IndirectSpeech.withoutThat(words) : words;
  }

  /**
   * The words of the spans, each without the quotation marks around it and the comma before the closing one; an
   * ellipsis stands for what is between them.
   */
  public static String words(Article article, List<TextSpan> spans) {
    return spans.stream().map(span -> unquoted(article.body.substring(span.start(), span.end())))
        .collect(Collectors.joining(BETWEEN));
  }

  private static String unquoted(String text) {
    String words = text.strip();
    boolean quoted = words.length() > 2 && OPENING.indexOf(words.charAt(0)) >= 0
        && CLOSING.indexOf(words.charAt(words.length() - 1)) >= 0;
    if (!quoted) {
      return words;
    }
    String inner = words.substring(1, words.length() - 1).strip();
    return inner.endsWith(",") ? inner.substring(0, inner.length() - 1) : inner;
  }

  /** Records a claim; gives its key, or that of the claim that is there already, or null. */
  public UUID record(RecordClaimInput input, InputValidator mistakes) {
    Article article = article(input.articleId, mistakes);
    List<TextSpan> spans = spans(article, input.evidence, mistakes);
    ActorEntity speaker = actors.find("speaker", input.speaker, mistakes);
    ActorEntity addressee = actors.find("addressee", input.addressee, mistakes);
    DatePrecision precision = mistakes.precision("saidOnPrecision", input.saidOn, input.saidOnPrecision);
    double confidence = confidence(input.confidence, mistakes);
    ClaimDraft draft = new ClaimDraft(spans, mistakes.optionalText("text", input.text, LONGEST_TEXT), input.kind,
        mistakes.optionalText("cue", input.cue, LONGEST_CUE), input.act,
        key(speaker), mistakes.optionalText("speakerMention", input.speakerMention, LONGEST_MENTION),
        key(addressee), mistakes.optionalText("addresseeMention", input.addresseeMention, LONGEST_MENTION),
        mistakes.date("saidOn", input.saidOn), precision, confidence, ReviewState.EXTRACTED, null);
    Claim answered = input.repliesTo == null ? null : claim("repliesTo", input.repliesTo, mistakes);
    List<UUID> events = events(input.events, mistakes);
    if (mistakes.any()) {
      return null;
    }
    keepPosts(draft.speaker());
    // Claims with the same evidence follow each other too.
    Set<String> keys = new HashSet<>(lockKeys(article.publishedAt, List.of(draft)));
    keys.add("evidence " + article.key + ' ' + spans.get(0).start());
    locks.lock(Stage.CONTENT, keys);
    UUID known = sameEvidence(article, spans);
    if (known != null) {
      mistakes.add(UserErrorCode.ALREADY_EXISTS, "evidence", "a claim with this very evidence is there already");
      return known;
    }
    UUID key = store(article, List.of(draft)).get(0);
    events.forEach(event -> about(event, key));
    if (answered != null) {
      store(key, answered.key, LinkType.REPLIES_TO);
    }
    return key;
  }

  /** Notes that a claim is about an event. */
  public void about(UUID event, UUID claim) {
    entities.createNativeQuery("insert into event_claim (event_id, claim_id) values (?, ?)")
        .setParameter(1, event).setParameter(2, claim).executeUpdate();
    noteAbout(event, claim, true);
  }

  /** Notes that a claim is no longer about an event. */
  public void notAbout(UUID event, UUID claim) {
    int removed = entities.createNativeQuery("delete from event_claim where event_id = ? and claim_id = ?")
        .setParameter(1, event).setParameter(2, claim).executeUpdate();
    if (removed > 0) {
      noteAbout(event, claim, false);
    }
  }

  private void noteAbout(UUID event, UUID claim, boolean added) {
    history.note(SubjectType.CLAIM, claim, ChangeAction.UPDATED, inList("events", new TypeId("event", event).toString(), added));
    history.note(SubjectType.EVENT, event, ChangeAction.UPDATED, inList("claims", id(claim), added));
  }

  private static FieldChange inList(String field, String item, boolean added) {
    return new FieldChange(field, added ? null : item, added ? item : null);
  }

  void noteLink(ChangeAction action, LinkType type, UUID from, UUID to) {
    boolean added = action == ChangeAction.LINKED;
    history.note(SubjectType.CLAIM, from, action, inList("links", type + " " + id(to), added));
    history.note(SubjectType.CLAIM, to, action, inList("links", id(from) + " " + type, added));
  }

  /** The id of the claim with a key. */
  static String id(UUID claim) {
    return new TypeId(Claim.PREFIX, claim).toString();
  }

  /** Links two claims; gives the link's key. */
  public UUID store(UUID from, UUID to, LinkType type) {
    return store(from, to, type, 1, false);
  }

  /**
   * Links two claims; gives the link's key.
   *
   * @param confidence how sure the link is, 0 to 1
   * @param extracted  whether a machine read it
   */
  public UUID store(UUID from, UUID to, LinkType type, double confidence, boolean extracted) {
    ClaimLink link = BaseEntity.begun(new ClaimLink());
    link.confidence = confidence;
    link.extracted = extracted;
    link.fromKey = from;
    link.toKey = to;
    link.type = type;
    link.persist();
    noteLink(ChangeAction.LINKED, type, from, to);
    return link.key;
  }

  /**
   * Notes a person's judgement.
   *
   * @param given the input fields that the client gave
   */
  public UUID review(ReviewClaimInput input, Set<String> given, InputValidator mistakes) {
    Claim claim = claim("claimId", input.claimId, mistakes);
    Set<String> corrections = new LinkedHashSet<>(given);
    corrections.removeAll(Set.of("claimId", "review"));
    if (!corrections.isEmpty() && input.review != ReviewState.CORRECTED) {
      mistakes.add(UserErrorCode.CONFLICT, "review", "must be CORRECTED where corrections are given: " + String.join(", ", corrections));
    }
    if (corrections.isEmpty() && input.review == ReviewState.CORRECTED) {
      mistakes.add(UserErrorCode.REQUIRED, "review", "CORRECTED needs at least one correction");
    }
    if (given.contains("kind") && input.kind == null) {
      mistakes.add(UserErrorCode.REQUIRED, "kind", "must not be empty");
    }
    ActorEntity speaker = actors.find("speaker", input.speaker, mistakes);
    ActorEntity addressee = actors.find("addressee", input.addressee, mistakes);
    String cue = mistakes.optionalText("cue", input.cue, LONGEST_CUE);
    String text = given.contains("text") ? mistakes.text("text", input.text, LONGEST_TEXT) : null;
    mistakes.date("saidOn", input.saidOn);
    boolean dated = given.contains("saidOn") || given.contains("saidOnPrecision");
    LocalDate saidOn = claim == null || given.contains("saidOn") ? input.saidOn : claim.saidOn;
    DatePrecision precision = dated ? mistakes.precision("saidOnPrecision", saidOn, input.saidOnPrecision) : null;
    Article article = claim == null ? null : Article.findById(claim.articleKey);
    List<TextSpan> spans = given.contains("evidence") ? spans(article, input.evidence, mistakes) : null;
    if (mistakes.any()) {
      return null;
    }
    LocalDate day = Objects.requireNonNullElse(dated ? InputValidator.startOf(saidOn, precision) : claim.saidOn, publishedOn(article.publishedAt));
    UUID says = given.contains("speaker") ? key(speaker) : claim.speakerKey;
    keepPosts(says);
    locks.lock(Stage.CONTENT, ReportClusterer.lockKeys(says, day));
    Map<String, Object> before = claim.audited();
    claim.review = input.review;
    claim.reviewedBy = RequestContext.writer();
    claim.reviewedAt = BaseEntity.now();
    if (given.contains("speaker")) {
      claim.speakerKey = key(speaker);
    }
    if (given.contains("addressee")) {
      claim.addresseeKey = key(addressee);
    }
    if (dated) {
      claim.saidOn(InputValidator.startOf(saidOn, precision), precision);
    }
    if (given.contains("kind")) {
      claim.kind = input.kind;
    }
    if (given.contains("act")) {
      claim.act = input.act;
    }
    if (given.contains("cue")) {
      claim.cue = cue;
    }
    if (spans != null) {
      claim.text = words(article, spans, claim.kind);
      replaceEvidence(claim, article, spans);
    }
    if (text != null) {
      claim.text = text;
    }
    history.note(SubjectType.CLAIM, claim.key, ChangeAction.REVIEWED, before, claim.audited());
    capacities.refresh(List.of(claim.key));
    reports.regroup(claim.key);
    return claim.key;
  }

  void replaceEvidence(Claim claim, Article article, List<TextSpan> spans) {
    List<Evidence> old = Evidence.list("claimKey = ?1 order by start", claim.key);
    history.note(SubjectType.CLAIM, claim.key, ChangeAction.REVIEWED, new FieldChange("evidence",
        old.stream().map(one -> one.exact).collect(Collectors.joining(BETWEEN)),
        spans.stream().map(span -> article.body.substring(span.start(), span.end())).collect(Collectors.joining(BETWEEN))));
    prove(claim, article, spans);
    entities.flush();
    old.forEach(one -> one.delete());
  }

  /** A speaker gets no post until this transaction ends: in which capacity something was said follows from the posts. */
  private void keepPosts(UUID speaker) {
    if (speaker != null) {
      locks.share(Stage.ACTORS, List.of(ActorRecorder.lockKey(speaker)));
    }
  }

  /** Links two claims; gives the link's key, or that of the link that is there already, or null. */
  public UUID link(LinkClaimsInput input, InputValidator mistakes) {
    Claim from = claim("fromClaimId", input.fromClaimId, mistakes);
    Claim to = claim("toClaimId", input.toClaimId, mistakes);
    if (mistakes.any()) {
      return null;
    }
    if (from.key.equals(to.key)) {
      mistakes.add(UserErrorCode.CONFLICT, "toClaimId", "must be another claim than fromClaimId");
      return null;
    }
    locks.lock(Stage.CONTENT, List.of("link " + from.key + ' ' + to.key + ' ' + input.type));
    ClaimLink known = find(from, to, input.type);
    if (known != null) {
      mistakes.add(UserErrorCode.ALREADY_EXISTS, "type", "the claims are linked like this already");
      return known.key;
    }
    return store(from.key, to.key, input.type);
  }

  /** Removes a link; gives its key, or null. */
  public UUID unlink(UnlinkClaimsInput input, InputValidator mistakes) {
    Claim from = claim("fromClaimId", input.fromClaimId, mistakes);
    Claim to = claim("toClaimId", input.toClaimId, mistakes);
    if (mistakes.any()) {
      return null;
    }
    ClaimLink link = find(from, to, input.type);
    if (link == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, "type", "there is no such link between the two claims");
      return null;
    }
    link.delete();
    if (link.extracted) {
      entities.createNativeQuery("insert into claim_link_refused (from_id, to_id, type) values (?, ?, ?)")
          .setParameter(1, from.key).setParameter(2, to.key).setParameter(3, link.type.name()).executeUpdate();
    }
    noteLink(ChangeAction.UNLINKED, link.type, from.key, to.key);
    return link.key;
  }

  private static ClaimLink find(Claim from, Claim to, LinkType type) {
    return ClaimLink.find("fromKey = ?1 and toKey = ?2 and type = ?3", from.key, to.key, type).firstResult();
  }

  /** The claim with an id; a mistake where there is none. */
  public Claim claim(String path, String id, InputValidator mistakes) {
    UUID key = mistakes.id(path, id, Claim.PREFIX);
    if (key == null) {
      return null;
    }
    Claim claim = Claim.findById(key);
    if (claim == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, path, "there is no claim with the id " + id);
    }
    return claim;
  }

  private static Article article(String id, InputValidator mistakes) {
    UUID key = mistakes.id("articleId", id, Article.PREFIX);
    if (key == null) {
      return null;
    }
    Article article = Article.findById(key);
    if (article == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + id);
    }
    return article;
  }

  private List<UUID> events(List<String> ids, InputValidator mistakes) {
    mistakes.atMost("events", ids, MOST_EVENTS);
    if (ids == null || mistakes.any()) {
      return List.of();
    }
    Set<UUID> keys = new LinkedHashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      UUID key = mistakes.id("events." + i, ids.get(i), "event");
      if (key == null) {
        continue;
      }
      keys.add(key);
      Number found = (Number) entities.createNativeQuery("select count(*) from event where id = ?", Long.class)
          .setParameter(1, key).getSingleResult();
      if (found.intValue() == 0) {
        mistakes.add(UserErrorCode.NOT_FOUND, "events." + i, "there is no event with the id " + ids.get(i));
      }
    }
    return List.copyOf(keys);
  }

  private static double confidence(Double given, InputValidator mistakes) {
    if (given != null && !(given >= 0 && given <= 1)) {
      mistakes.add(UserErrorCode.OUT_OF_RANGE, "confidence", "must be between 0 and 1, was " + given);
    }
    return given == null ? 1 : given;
  }

  private static List<TextSpan> spans(Article article, List<SpanInput> given, InputValidator mistakes) {
    if (given == null || given.isEmpty()) {
      mistakes.add(UserErrorCode.REQUIRED, "evidence", "must hold at least one part of the body");
      return List.of();
    }
    mistakes.atMost("evidence", given, MOST_SPANS);
    if (article == null || given.size() > MOST_SPANS) {
      return List.of();
    }
    List<TextSpan> spans = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < given.size(); i++) {
      SpanInput span = given.get(i);
      check("evidence." + i, span, last, article, mistakes);
      last = Math.max(last, span.end);
      spans.add(new TextSpan(span.start, span.end));
    }
    return spans;
  }

  private static void check(String path, SpanInput span, int last, Article article, InputValidator mistakes) {
    if (span.start < 0 || span.end > article.bodyLength || span.start >= span.end) {
      mistakes.add(UserErrorCode.OUT_OF_RANGE, path, "must be a part of the body, which has "
          + article.bodyLength + " UTF-16 code units, was " + span.start + " to " + span.end);
      return;
    }
    if (span.start < last) {
      mistakes.add(UserErrorCode.CONFLICT, path, "must begin behind the end of the part before it");
    }
    if (splitsPair(article.body, span.start) || splitsPair(article.body, span.end)) {
      mistakes.add(UserErrorCode.INVALID, path, "must not begin or end inside a surrogate pair");
      return;
    }
    String words = article.body.substring(span.start, span.end);
    if (span.exact != null && !span.exact.equals(words)) {
      mistakes.add(UserErrorCode.CONFLICT, path + ".exact", "other words stand at " + span.start + " to " + span.end);
    }
    if (words.isBlank()) {
      mistakes.add(UserErrorCode.INVALID, path, "must not be blank");
    }
  }

  private static boolean splitsPair(String body, int at) {
    return at < body.length() && Character.isLowSurrogate(body.charAt(at));
  }

  private UUID sameEvidence(Article article, List<TextSpan> spans) {
    List<Claim> candidates = Claim.list("articleKey = ?1 and position = ?2", article.key, spans.get(0).start());
    for (Claim candidate : candidates) {
      List<Evidence> evidence = Evidence.list("claimKey = ?1 order by start", candidate.key);
      if (evidence.stream().map(one -> new TextSpan(one.start, one.end)).toList().equals(spans)) {
        return candidate.key;
      }
    }
    return null;
  }

  private static UUID key(ActorEntity actor) {
    return actor == null ? null : actor.key;
  }
}
