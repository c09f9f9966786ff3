package org.rostrum.resolution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rostrum.actor.ActorChanges;
import org.rostrum.actor.Directory;
import org.rostrum.extraction.Mention;
import org.rostrum.extraction.Reading;
import org.rostrum.extraction.Statement;

/**
 * Tells what a reading means: who its mentions are ({@link Cast}), how its statements stand to each other ({@link Stances}), what
 * happened ({@link Happened}). No actor is better than a wrong one.
 */
@ApplicationScoped
public class Resolver {

  private final Directory directory;
  private final ActorChanges changes;

  Resolver(Directory directory, ActorChanges changes) {
    this.directory = directory;
    this.changes = changes;
  }

  /**
   * What a reading means. Runs in its caller's transaction, because it records whom nobody knew.
   *
   * @param article     the article's key
   * @param publishedOn the article's day
   */
  public Resolution resolve(UUID article, LocalDate publishedOn, Reading reading) {
    List<Mention> mentions = new ArrayList<>();
    for (Statement statement : reading.statements()) {
      add(mentions, statement.speaker());
      add(mentions, statement.source());
      add(mentions, statement.addressee());
    }
    reading.happenings().forEach(happening -> {
      mentions.addAll(happening.sources());
      mentions.addAll(happening.targets());
      add(mentions, happening.place());
    });
    Cast cast = new Cast(directory, new Newcomers(changes, article), publishedOn, reading.names(), mentions);
    List<Resolved> speakers = new ArrayList<>();
    List<Resolved> addressees = new ArrayList<>();
    for (Statement statement : reading.statements()) {
      LocalDate day = statement.saidOn() == null ? publishedOn : statement.saidOn().date();
      speakers.add(statement.speaker() == null ? null : cast.resolve(statement.speaker(), day));
      addressees.add(statement.addressee() == null ? null : cast.resolve(statement.addressee(), day));
    }
    return new Resolution(speakers, addressees, new Stances(cast, reading.statements(), speakers).find(),
        new Happened(cast, reading, speakers).find());
  }

  private static void add(List<Mention> mentions, Mention mention) {
    if (mention != null) {
      mentions.add(mention);
    }
  }
}
