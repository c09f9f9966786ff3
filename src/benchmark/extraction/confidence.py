#!/usr/bin/env python3
"""Measures how often each pattern of the reader is right on an annotated corpus. Python 3, standard library only.

usage: confidence.py GOLD.jsonl PREDICTED.jsonl [--write FILE]

Both files have a JSON object a line: {"id", "attributions": [{"content": [[start, end], ...], ...}]}; the predictions are what the
reading command prints with --all, so that they have a "pattern" too. A prediction is right where its content overlaps a gold one's by
half or more (Jaccard, characters), each gold one with one prediction, best pairs first.

Prints a reliability table: the shares are estimated on one half of the articles and checked on the other, both ways, so that no
prediction is judged by itself. With --write, writes the table that the reader reads, estimated on all articles; patterns of kinds of
text that the corpus does not have keep the lines that the table has.
"""
import argparse, collections, json

MODIFIERS = (".modal", ".bare", ".thing", ".rare")
DRAWN = 6       # a pattern is drawn to the more general one as if that had been seen so often
FEWEST = 8      # patterns with fewer predictions have no line of their own
TOLD = 0.4      # what the reader tells, see NewsExtractor.DEFAULT_MIN_CONFIDENCE
ELSEWHERE = ("turn", "monologue")   # of kinds of text that are no news stories, measured on some that were read by hand


def general(pattern):
    """The pattern, and the ever more general ones above it; the last is the empty one."""
    yield pattern
    while pattern:
        cut = next((m for m in MODIFIERS if pattern.endswith(m)), None)
        pattern = pattern[:-len(cut)] if cut else pattern[:pattern.rindex(".")] if "." in pattern else ""
        yield pattern


def characters(spans):
    return {at for start, end in spans for at in range(start, end)}


def outcomes(gold, predicted):
    """For each article, its predictions: (pattern, right)."""
    for id_, article in gold.items():
        theirs = [characters(a["content"]) for a in article["attributions"] if a["content"]]
        ours = predicted[id_]["attributions"]
        own = [characters(a["content"]) for a in ours]
        pairs = sorted(((len(x & y) / len(x | y), i, j) for i, x in enumerate(theirs) for j, y in enumerate(own) if x & y), reverse=True)
        left, right = set(), set()
        for overlap, i, j in pairs:
            if overlap >= .5 and i not in left and j not in right:
                left.add(i)
                right.add(j)
        yield [(a["pattern"], j in right) for j, a in enumerate(ours)]


def estimate(articles):
    seen, hit = collections.Counter(), collections.Counter()
    for article in articles:
        for pattern, right in article:
            for p in general(pattern):
                seen[p] += 1
                hit[p] += right

    def share(p):
        if p == "":
            return hit[""] / seen[""]
        above = next(a for a in list(general(p))[1:] if a in seen)
        return (hit[p] + DRAWN * share(above)) / (seen[p] + DRAWN)
    return {p: share(p) for p in seen if p == "" or seen[p] >= FEWEST}


def reliability(articles):
    bins = collections.defaultdict(lambda: [0, 0.0, 0])
    for half in (0, 1):
        table = estimate([a for i, a in enumerate(articles) if i % 2 == half])
        for article in articles[1 - half::2]:
            for pattern, right in article:
                given = next(table[p] for p in general(pattern) if p in table)
                if given >= TOLD:
                    b = bins[min(9, int(given * 10))]
                    b[0] += 1
                    b[1] += given
                    b[2] += right
    print("| confidence | statements | mean confidence | share that matches |\n|---|---|---|---|")
    for low in sorted(bins):
        n, total, right = bins[low]
        print(f"| {low / 10:.1f} to {(low + 1) / 10:.1f} | {n} | {total / n:.2f} | {right / n:.2f} |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold")
    arguments.add_argument("predicted")
    arguments.add_argument("--write")
    a = arguments.parse_args()
    read = lambda file: {d["id"]: d for d in map(json.loads, filter(str.strip, open(file, encoding="utf-8")))}
    articles = list(outcomes(read(a.gold), read(a.predicted)))
    reliability(articles)
    if a.write:
        table = estimate(articles)
        with open(a.write, encoding="utf-8") as before:
            kept = dict(line.split("\t") for line in before if not line.startswith("#"))
        seen = {p for article in articles for pattern, _ in article for p in general(pattern)}
        table.update((p, float(share)) for p, share in kept.items() if p not in seen and p in ELSEWHERE)
        with open(a.write, "w", encoding="utf-8") as out:
            out.write("# How often what a pattern finds is what people mark: pattern, share. Measured on an annotated corpus by\n"
                      "# src/benchmark/extraction/confidence.py; docs/extraction.md says on which and how.\n"
                      "# Source: measured for Rostrum on PolNeAR, of which nothing is in here: THIRD-PARTY.md.\n# Licence: Apache-2.0\n")
            out.writelines(f"{p}\t{table[p]:.2f}\n" for p in sorted(table))


main()
