package org.rostrum.extraction.syntax;

import java.util.Locale;
import java.util.Map;

/**
 * How a token depends on its head, in the terms of Universal Dependencies 2 (<a
 * href="https://universaldependencies.org/u/dep/">universaldependencies.org</a>); relations that attributions need not
 * distinguish are merged.
 */
public enum DependencyRelation {
    ACL,
    RELCL,
    ADVCL,
    ADVMOD,
    AMOD,
    APPOS,
    AUX,
    AUXPASS,
    CASE,
    CC,
    CCOMP,
    COMPOUND,
    PRT,
    CONJ,
    COP,
    CSUBJ,
    DEP,
    DET,
    DISCOURSE,
    EXPL,
    FIXED,
    FLAT,
    IOBJ,
    MARK,
    NMOD,
    NSUBJ,
    NSUBJPASS,
    NUMMOD,
    OBJ,
    OBL,
    AGENT,
    UNMARKED,
    PARATAXIS,
    POSS,
    PUNCT,
    ROOT,
    XCOMP;

    private static final DependencyRelation[] ALL = values();

    /** Relations by the names of treebanks that differ. */
    private static final Map<String, DependencyRelation> OTHERS = Map.ofEntries(
            Map.entry("acl:relcl", RELCL),
            Map.entry("aux:pass", AUXPASS),
            Map.entry("compound:prt", PRT),
            Map.entry("nmod:poss", POSS),
            Map.entry("nsubj:pass", NSUBJPASS),
            Map.entry("obl:agent", AGENT),
            Map.entry("obl:unmarked", UNMARKED),
            Map.entry("obl:tmod", UNMARKED),
            Map.entry("obl:npmod", UNMARKED),
            Map.entry("nmod:unmarked", UNMARKED),
            Map.entry("nmod:tmod", UNMARKED),
            Map.entry("nmod:npmod", UNMARKED),
            Map.entry("nmod:desc", COMPOUND),
            Map.entry("list", DEP),
            Map.entry("orphan", DEP),
            Map.entry("dislocated", DEP),
            Map.entry("reparandum", DEP),
            Map.entry("goeswith", FLAT),
            Map.entry("vocative", DISCOURSE));

    static DependencyRelation of(int ordinal) {
        return ALL[ordinal];
    }

    /** The relation by its name in treebanks. */
    static DependencyRelation ofName(String name) {
        DependencyRelation other = OTHERS.get(name);
        if (other != null) {
            return other;
        }
        int colon = name.indexOf(':');
        return valueOf((colon < 0 ? name : name.substring(0, colon)).toUpperCase(Locale.ROOT));
    }
}
