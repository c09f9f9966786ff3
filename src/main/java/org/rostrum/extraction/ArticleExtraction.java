package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.act.SpeechActClassifier;
import org.rostrum.extraction.act.StanceCueExtractor;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.extraction.attribution.AttributionExtractor;
import org.rostrum.extraction.attribution.ContentClauseFinder;
import org.rostrum.extraction.coref.Anaphor;
import org.rostrum.extraction.coref.CoreferenceResolver;
import org.rostrum.extraction.coref.NameFinder;
import org.rostrum.extraction.coref.NameSpan;
import org.rostrum.extraction.document.MarkupStripper;
import org.rostrum.extraction.event.EventExtractor;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.quotation.ClaimKindClassifier;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.NameMention;
import org.rostrum.extraction.result.StanceCue;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.extraction.sentence.SentenceSplitter;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.EventType;
import org.rostrum.graph.value.Modality;
import org.rostrum.graph.value.SpeechAct;

/**
 * The extraction of one article: collects what {@link AttributionExtractor} finds, then resolves references and dates
 * that need the whole text.
 */
final class ArticleExtraction implements AttributionExtractor.Listener {

    /** How many statements, names and events of one text are kept: news articles have fewer. */
    static final int MAX_STATEMENTS = 5_000;

    static final int MAX_NAMES = 20_000;
    static final int MAX_EVENTS = 5_000;

    /** How many statements before one are searched for what they say themselves. */
    private static final int MAX_COMPARED = 8;
    /** How many statements the beginning of a text may have. */
    private static final int MAX_LEADING = 100;

    /**
     * An attribution whose speaker and inherited date are not resolved yet.
     *
     * @param own when it was said by the words near the cue; null where they do not say
     */
    private record PendingStatement(
            Anaphor source,
            List<Mention> content,
            ClaimKind kind,
            Mention cue,
            @Nullable Mention addressee,
            SpeechAct act,
            @Nullable UtteranceDate own,
            boolean onOccasion,
            Modality modality,
            @Nullable StanceCue stance,
            String rule,
            int saidFrom,
            double confidence) {

        boolean covers(Mention mention) {
            return content.stream().anyMatch(part -> part.start() <= mention.start() && mention.end() <= part.end());
        }
    }

    /**
     * An event whose participants are not resolved yet, and before it may take the date of a statement in its sentence.
     */
    private record PendingEvent(
            EventType type,
            String name,
            CharSpan trigger,
            Mention clause,
            List<Anaphor> sources,
            List<Anaphor> targets,
            @Nullable CharSpan place,
            @Nullable UtteranceDate on,
            int sentence) {}

    /** What later attributions in a sentence need of it. */
    private record SentenceInfo(int number, DayTracker.Times times) {}

    private final String raw;
    private final MarkupStripper plain;
    private final DayTracker days;
    private final StopSignal stop;
    private final EventExtractor eventExtractor;
    private final StanceCueExtractor stanceCues;
    private final CoreferenceResolver references;
    private final SpeechActClassifier acts = new SpeechActClassifier();
    private final Map<ParsedSentence, SentenceInfo> openSentences = new IdentityHashMap<>();
    private final List<PendingStatement> statements = new ArrayList<>();
    private final List<NameMention> names = new ArrayList<>();
    private final List<PendingEvent> events = new ArrayList<>();
    private int sentences;
    /** The sentence whose stance cues are in {@link #cues}; null before the first. */
    private @Nullable ParsedSentence cuesOf;

    private List<StanceCueExtractor.Cue> cues = List.of();

    ArticleExtraction(
            NewsText text,
            MarkupStripper plain,
            StopSignal stop,
            Lexicon lexicon,
            EventExtractor eventExtractor,
            StanceCueExtractor stanceCues) {
        this.raw = text.body();
        this.plain = plain;
        this.days = new DayTracker(text.publishedOn(), this::mention);
        this.stop = stop;
        this.eventExtractor = eventExtractor;
        this.stanceCues = stanceCues;
        this.references = new CoreferenceResolver(plain.text, lexicon);
    }

    @Override
    public void sentence(int passage, ParsedSentence sentence) {
        int number = sentences++;
        DayTracker.Times times = days.add(number, passage, sentence);
        openSentences.put(sentence, new SentenceInfo(number, times));
        List<NameSpan> found = NameFinder.in(sentence);
        references.add(sentence, found, number, passage);
        for (NameSpan name : found) {
            if (names.size() < MAX_NAMES) {
                names.add(new NameMention(
                        mention(name.phrase()),
                        mention(new CharSpan(sentence.start(name.first()), sentence.end(name.last())))));
            }
        }
        if (events.size() < MAX_EVENTS) {
            addEvents(passage, number, sentence, times.expressions());
        }
    }

    @Override
    public void dateline(ParsedSentence dateline) {
        days.addDateline(dateline);
    }

    private void addEvents(int passage, int number, ParsedSentence s, List<TimeExpressionResolver.Expression> dates) {
        List<EventExtractor.EventFinding> found = eventExtractor.in(s);
        if (found.isEmpty()) {
            return;
        }
        Mention clause = mention(new CharSpan(s.start(0), s.end(s.size() - 1)));
        for (EventExtractor.EventFinding event : found) {
            if (events.size() == MAX_EVENTS) {
                return;
            }
            events.add(new PendingEvent(
                    event.type(),
                    event.name(),
                    new CharSpan(s.start(event.trigger()), s.end(event.trigger())),
                    clause,
                    participants(passage, number, s, event.sources()),
                    participants(passage, number, s, event.targets()),
                    event.place() < 0 ? null : EventExtractor.phrase(s, event.place()),
                    date(s, event, dates),
                    number));
        }
    }

    private static List<Anaphor> participants(int passage, int number, ParsedSentence s, List<Integer> heads) {
        List<Anaphor> participants = new ArrayList<>();
        for (int head : heads) {
            CharSpan phrase = EventExtractor.phrase(s, head);
            participants.add(Anaphor.of(passage, number, s, head, phrase, List.of(phrase)));
        }
        return participants;
    }

    @Override
    public void attribution(AttributionBuilder attribution, AttributionExtractor.Window window) {
        if (statements.size() == MAX_STATEMENTS) {
            return;
        }
        SentenceInfo sentence = Objects.requireNonNull(
                openSentences.get(attribution.sentence),
                "An attribution comes after its sentence and before the end of its passage");
        List<Mention> content = attribution.content.stream().map(this::mention).toList();
        Mention cue =
                attribution.headline == null ? mention(attribution.cue) : Mention.inHeadline(attribution.headline);
        ClaimKind kind = attribution.verbatim
                ? ClaimKind.DIRECT
                : ClaimKindClassifier.classify(
                        plain.text,
                        attribution.content,
                        window.quotations(attribution.passage, attribution.start(), attribution.end()));
        boolean onOccasion = days.isOnOccasion(attribution, sentence.number, sentence.times);
        UtteranceDate own = UtteranceDateFinder.of(attribution, sentence.times.expressions(), kind)
                .map(expression -> days.date(attribution.sentence, expression, attribution.modality == Modality.FUTURE))
                .orElseGet(() -> onOccasion ? continued(attribution, sentence.times.dayBefore()) : null);
        statements.add(new PendingStatement(
                Anaphor.of(attribution, sentence.number),
                content,
                kind,
                cue,
                attribution.addressee == null ? null : mention(attribution.addressee),
                acts.act(attribution.entry, cue.text(), beginning(content)),
                own,
                onOccasion,
                attribution.modality,
                stance(attribution),
                attribution.rule,
                saidFrom(attribution),
                attribution.confidence));
    }

    /**
     * The day of the sentences before where an attribution to "he" or "they" continues them: "On Tuesday she met the
     * envoys. She told them …"; null where it does not, or where the day is one that somebody speaks of.
     */
    private @Nullable UtteranceDate continued(AttributionBuilder attribution, @Nullable UtteranceDate dayBefore) {
        boolean pronoun = attribution.sourceHead >= 0 && attribution.sentence.tag(attribution.sourceHead) == PosTag.PRP;
        Mention expression = dayBefore == null ? null : dayBefore.expression();
        if (!pronoun || dayBefore == null || expression == null) {
            return null;
        }
        for (int i = statements.size() - 1; i >= 0 && i >= statements.size() - MAX_COMPARED; i--) {
            PendingStatement before = statements.get(i);
            if (before.covers(expression)) {
                return null;
            }
            if (before.own != null && expression.equals(before.own.expression())) {
                return UtteranceDate.derived(dayBefore.date(), DateBasis.INHERITED);
            }
        }
        return dayBefore;
    }

    @Override
    public void passed(SentenceSplitter passage) {
        passage.sentences.forEach(openSentences::remove);
    }

    /** As much of a content as its speech act is classified by. */
    private static String beginning(List<Mention> content) {
        StringBuilder words = new StringBuilder();
        for (Mention part : content) {
            if (words.length() > SpeechActClassifier.MAX_LENGTH) {
                break;
            }
            words.append(part.text(), 0, Math.min(part.text().length(), SpeechActClassifier.MAX_LENGTH))
                    .append(' ');
        }
        return words.toString();
    }

    /** The result, once all sentences and attributions were added. */
    ExtractionResult result() {
        List<@Nullable CharSpan> antecedents = new ArrayList<>();
        for (PendingStatement statement : statements) {
            stop.check();
            antecedents.add(references.resolveSource(statement.source));
        }
        List<@Nullable String> speakers = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            CharSpan antecedent = antecedents.get(i);
            PendingStatement statement = statements.get(i);
            CharSpan named = antecedent != null ? antecedent : statement.source.span();
            speakers.add(speakerKey(
                    named != null
                            ? plain.text.substring(named.start(), named.end())
                            : statement.cue.isInHeadline() ? statement.cue.text() : ""));
        }
        // A list that allows null: most statements have no date of their own.
        List<@Nullable UtteranceDate> own = new ArrayList<>();
        statements.forEach(statement -> own.add(statement.own));
        List<@Nullable UtteranceDate> dates = days.dates(
                own,
                speakers,
                i -> statements.get(i).onOccasion,
                mention -> statements.stream().limit(MAX_LEADING).anyMatch(statement -> statement.covers(mention)));
        List<Statement> result = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            result.add(statement(statements.get(i), antecedents.get(i), dates.get(i)));
        }
        return new ExtractionResult(result, names, events(dates), null);
    }

    private List<ExtractedEvent> events(List<@Nullable UtteranceDate> statementDates) {
        Map<Integer, List<Integer>> statementsBySentence = new HashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            statementsBySentence
                    .computeIfAbsent(statements.get(i).source.sentence(), sentence -> new ArrayList<>())
                    .add(i);
        }
        List<ExtractedEvent> result = new ArrayList<>();
        for (PendingEvent event : events) {
            stop.check();
            List<Integer> beside = statementsBySentence.getOrDefault(event.sentence, List.of());
            boolean outside = beside.stream()
                    .noneMatch(statement -> statements.get(statement).source.covers(event.trigger));
            UtteranceDate on = event.on == null && outside
                    ? beside.stream()
                            .map(statementDates::get)
                            .filter(date -> date != null && date.basis() != DateBasis.PUBLICATION)
                            .findFirst()
                            .orElse(null)
                    : event.on;
            result.add(new ExtractedEvent(
                    event.type,
                    event.name,
                    mention(event.trigger),
                    event.clause,
                    resolved(event.sources),
                    resolved(event.targets),
                    event.place == null ? null : mention(event.place),
                    on));
        }
        return result;
    }

    private List<Mention> resolved(List<Anaphor> participants) {
        List<Mention> mentions = new ArrayList<>();
        for (Anaphor participant : participants) {
            CharSpan referent = references.resolveParticipant(participant);
            CharSpan span = referent == null ? participant.span() : referent;
            mentions.add(mention(Objects.requireNonNull(span, "A participant is a phrase of its sentence")));
        }
        return mentions;
    }

    private @Nullable UtteranceDate date(
            ParsedSentence s, EventExtractor.EventFinding event, List<TimeExpressionResolver.Expression> dates) {
        return UtteranceDateFinder.of(event, dates)
                .map(expression -> days.date(s, expression, event.future()))
                .orElse(null);
    }

    /** A key for a speaker: the last word of the name before any comma; null where nobody is named. */
    private static @Nullable String speakerKey(String name) {
        int comma = name.indexOf(',');
        String head = comma < 0 ? name : name.substring(0, comma);
        String last = head.substring(head.lastIndexOf(' ') + 1);
        return last.isEmpty() ? null : last;
    }

    private Statement statement(
            PendingStatement pending, @Nullable CharSpan antecedent, @Nullable UtteranceDate saidOn) {
        CharSpan span = pending.source.span();
        boolean headline = pending.cue.isInHeadline() && !pending.cue.text().isEmpty();
        Mention source = span != null ? mention(span) : headline ? pending.cue : null;
        return new Statement(
                pending.content,
                pending.kind,
                pending.cue,
                source,
                antecedent == null ? null : mention(antecedent),
                pending.addressee,
                pending.act,
                saidOn,
                pending.onOccasion,
                pending.modality,
                pending.stance,
                pending.rule,
                pending.saidFrom,
                pending.confidence);
    }

    /**
     * Where the content begins in the raw text after the conjunction "that"; the start of the content where there is
     * none.
     */
    private int saidFrom(AttributionBuilder attribution) {
        ParsedSentence s = attribution.sentence;
        for (int at = 0; at + 1 < s.size() && s.start(at) <= attribution.start(); at++) {
            if (s.start(at) == attribution.start()
                    && s.form(at).equalsIgnoreCase("that")
                    && ContentClauseFinder.isConjunction(s, at)
                    && s.start(at + 1) < attribution.content.get(0).end()) {
                return plain.start(s.start(at + 1));
            }
        }
        return plain.start(attribution.start());
    }

    private @Nullable StanceCue stance(AttributionBuilder attribution) {
        if (cuesOf != attribution.sentence) {
            cuesOf = attribution.sentence;
            cues = stanceCues.read(plain.text, cuesOf);
        }
        StanceCueExtractor.Cue cue = StanceCueExtractor.of(attribution, cues);
        return cue == null ? null : new StanceCue(cue.stance(), mention(cue.words()), cue.to());
    }

    private Mention mention(ParsedSentence s, TimeExpressionResolver.Expression expression) {
        return mention(new CharSpan(s.start(expression.from()), s.end(expression.to())));
    }

    /** A span of the text without mark-up, as a mention in the raw text; its words are those without mark-up. */
    private Mention mention(CharSpan span) {
        int start = plain.start(span.start());
        int end = Math.max(start + 1, plain.end(span.end()));
        String words =
                span.start() < span.end() ? plain.text.substring(span.start(), span.end()) : raw.substring(start, end);
        return new Mention(start, end, words);
    }
}
