package org.rostrum.intake.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.rostrum.extraction.NewsExtractor;
import org.rostrum.extraction.StatementExtractor;

/** Produces the extractor for articles: {@code extraction} is plain Java and declares no beans. */
class ExtractorProducer {

    @Produces
    @ApplicationScoped
    StatementExtractor extractor() {
        return new NewsExtractor();
    }
}
