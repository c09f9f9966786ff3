package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.rostrum.extraction.Extractor;
import org.rostrum.extraction.NewsReader;

/** Which extractor reads the articles: the room {@code extraction} is plain Java and knows nothing of beans. */
class ExtractorChoice {

  @Produces
  @ApplicationScoped
  Extractor extractor() {
    return new NewsReader();
  }
}
