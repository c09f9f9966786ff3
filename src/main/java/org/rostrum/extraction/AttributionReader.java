package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rostrum.extraction.Finding.Span;
import org.rostrum.extraction.Paragraphs.Paragraph;
import org.rostrum.extraction.syntax.Sentence;
import org.rostrum.extraction.syntax.Syntax;
import org.rostrum.extraction.syntax.Tokenizer;

/** Finds the attributions in a text: paragraph by paragraph, then what stands in others' words is left to those. */
final class AttributionReader {

  private final Lexicon lexicon = new Lexicon();
  private final Tokenizer tokenizer = new Tokenizer(lexicon.abbreviations());
  private final Quotations quotations = new Quotations(lexicon);
  private final CueReader cues = new CueReader(lexicon);
  private final Syntax syntax = Syntax.english();

  private final Confidences confidences = new Confidences();
  private final double least;

  /** @param least what is less sure is not told */
  AttributionReader(double least) {
    this.least = least;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** A text's passages and what they attribute. */
  record Found(List<Passage> passages, List<Finding> findings) {}

  Found read(String text) {
    List<Paragraph> paragraphs = Paragraphs.of(text);
    List<Passage> passages = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    QuotationReader quoted = new QuotationReader(lexicon, passages);
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      int next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1).start() : text.length();
      passages.add(Passage.of(text, paragraph, quotations.of(text, paragraph.start(), paragraph.end(), next), lexicon, tokenizer));
    }
    Set<String> names = names(passages);
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      passage.sentences.forEach(sentence -> syntax.analyse(sentence, names));
      Map<Sentence, List<Finding>> told = new LinkedHashMap<>();
      for (Sentence sentence : passage.sentences) {
        List<Finding> here = sentence.size() == 0 ? List.of() : cues.read(i, sentence);
        here.forEach(finding -> widen(finding, passage));
        told.put(sentence, new ArrayList<>(here));
      }
      for (Finding direct : quoted.read(i, told)) {
        told.getOrDefault(direct.sentence, new ArrayList<>()).removeIf(finding -> finding.word == direct.word);
        findings.add(direct);
      }
      told.values().forEach(findings::addAll);
    }
    findings.forEach(finding -> finding.confidence = confidences.of(finding.rule));
    findings.removeIf(finding -> finding.confidence < least);
    return new Found(passages, outermost(findings));
  }

  /** Words that stand with a capital where no sentence begins, and nowhere without: a text's names. */
  private static Set<String> names(List<Passage> passages) {
    Set<String> capital = new HashSet<>();
    Set<String> small = new HashSet<>();
    for (Passage passage : passages) {
      for (Sentence sentence : passage.sentences) {
        boolean heading = isHeading(sentence);
        boolean inside = false;
        for (int i = 0; i < sentence.size(); i++) {
          String form = sentence.form(i);
          // Behind a word with a small letter, or behind a name that is.
          inside = i > 0 && (Character.isLowerCase(sentence.form(i - 1).charAt(0)) || inside && Character.isUpperCase(sentence.form(i - 1).charAt(0)));
          boolean named = inside || i > 0 && !heading && Character.isLetter(sentence.form(i - 1).charAt(0));
          if (Character.isLowerCase(form.charAt(0))) {
            small.add(form);
          } else if (named && form.length() > 2 && Character.isUpperCase(form.charAt(0)) && Character.isLowerCase(form.charAt(1))) {
            capital.add(form);
          }
        }
      }
    }
    capital.removeIf(form -> small.contains(Character.toLowerCase(form.charAt(0)) + form.substring(1)));
    return capital;
  }

  /** Whether a sentence is a heading, in which capitals tell nothing: none that ends with a full stop is. */
  private static boolean isHeading(Sentence sentence) {
    int last = sentence.size() - 1;
    while (last > 0 && "”\"’')".indexOf(sentence.form(last).charAt(0)) >= 0) {
      last--;
    }
    return last < 0 || ".!?,:".indexOf(sentence.form(last).charAt(0)) < 0;
  }

  /** No content ends inside of a quotation that it has a part of. */
  private static void widen(Finding finding, Passage passage) {
    for (Quotation quotation : passage.quotationsIn(finding.start(), finding.end())) {
      if (quotation.whole()) {
        continue;
      }
      Span marks = new Span(quotation.start(), quotation.end());
      for (int i = 0; i < finding.content.size(); i++) {
        Span part = finding.content.get(i);
        if (part.touches(marks) && !finding.cue.touches(marks)) {
          finding.content.set(i, new Span(Math.min(part.start(), marks.start()), Math.max(part.end(), marks.end())));
        }
      }
    }
    for (int i = finding.content.size() - 1; i > 0; i--) {
      if (finding.content.get(i - 1).end() >= finding.content.get(i).start()) {
        finding.content.set(i - 1, new Span(finding.content.get(i - 1).start(), Math.max(finding.content.get(i - 1).end(), finding.content.get(i).end())));
        finding.content.remove(i);
      }
    }
  }

  /** Without what is told inside of what others tell, and each content once. */
  private static List<Finding> outermost(List<Finding> findings) {
    List<Finding> ordered = new ArrayList<>(findings);
    ordered.sort(Comparator.comparingInt(Finding::start).thenComparing(Comparator.comparingInt(Finding::length).reversed()));
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : ordered) {
      boolean inside = false;
      for (int i = kept.size() - 1; i >= 0 && i >= kept.size() - 20 && !inside; i--) {
        Finding other = kept.get(i);
        inside = other.covers(finding.cue) && !finding.covers(other.cue) || other.content.equals(finding.content);
      }
      if (!inside) {
        kept.add(finding);
      }
    }
    return kept;
  }
}
