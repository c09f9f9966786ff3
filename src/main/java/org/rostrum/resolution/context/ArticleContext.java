package org.rostrum.resolution.context;

import java.time.LocalDate;
import java.util.Map;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.resolution.mention.ParsedMention;
import org.rostrum.resolution.place.PlaceResolver;

/**
 * What the mentions of one article are resolved with: what the article names, and the known actors whom that may mean.
 * Complete before the first mention is resolved, so that resolving needs no database.
 *
 * @param body the article's text
 * @param publishedOn its day of publication
 * @param mentions its mentions as parsed, by their text
 * @param places its places
 * @param officialNames the official names of countries' bodies
 * @param persons the persons it names in full
 * @param candidates the known actors
 * @param stop checked for each mention
 */
public record ArticleContext(
        String body,
        LocalDate publishedOn,
        Map<String, ParsedMention> mentions,
        PlaceResolver places,
        OfficialNames officialNames,
        PersonClusters persons,
        ArticleCandidates candidates,
        StopSignal stop) {}
