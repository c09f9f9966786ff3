package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.rostrum.extraction.NewsExtractor;
import org.rostrum.extraction.StatementExtractor;

/** Which extractor reads the articles: the room {@code extraction} is plain Java and knows nothing of beans. */
class ExtractorProducer {

  @Produces
  @ApplicationScoped
  StatementExtractor extractor() {
    return new NewsExtractor();
  }
}
