package org.rostrum.extraction.syntax;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parts of speech, as the Penn Treebank names them, with the additions of the English Web Treebank; the third column
 * (XPOS) of Universal Dependencies' English treebanks.
 */
public enum PosTag {
    ADD,
    AFX,
    CC,
    CD,
    DT,
    EX,
    FW,
    GW,
    HYPH,
    IN,
    JJ,
    JJR,
    JJS,
    LS,
    MD,
    NFP,
    NN,
    NNP,
    NNPS,
    NNS,
    PDT,
    POS,
    PRP,
    PRPS("PRP$"),
    RB,
    RBR,
    RBS,
    RP,
    SYM,
    TO,
    UH,
    VB,
    VBD,
    VBG,
    VBN,
    VBP,
    VBZ,
    WDT,
    WP,
    WPS("WP$"),
    WRB,
    OPENING("``"),
    CLOSING("''"),
    LEFT_BRACKET("-LRB-"),
    RIGHT_BRACKET("-RRB-"),
    COMMA(","),
    STOP("."),
    COLON(":"),
    CURRENCY("$");

    private static final PosTag[] ALL = values();
    private static final Map<String, PosTag> BY_SYMBOL =
            Arrays.stream(ALL).collect(Collectors.toUnmodifiableMap(tag -> tag.symbol, tag -> tag));

    private final String symbol;

    PosTag() {
        this.symbol = name();
    }

    PosTag(String symbol) {
        this.symbol = symbol;
    }

    static PosTag of(int ordinal) {
        return ALL[ordinal];
    }

    static int count() {
        return ALL.length;
    }

    /** The tag with a treebank's symbol; {@code XX} and others that are rare are taken for foreign words. */
    static PosTag ofSymbol(String symbol) {
        return BY_SYMBOL.getOrDefault(symbol, FW);
    }

    /** A form of a verb other than a modal. */
    public boolean isVerb() {
        return this == VB || this == VBD || this == VBG || this == VBN || this == VBP || this == VBZ;
    }

    /** A finite form of a verb: past or present tense. */
    public boolean isFinite() {
        return this == VBD || this == VBP || this == VBZ || this == MD;
    }

    /** A common or proper noun. */
    public boolean isNoun() {
        return this == NN || this == NNS || isName();
    }

    /** A proper noun. */
    public boolean isName() {
        return this == NNP || this == NNPS;
    }

    /** Punctuation. */
    public boolean isPunctuation() {
        return this == COMMA
                || this == STOP
                || this == COLON
                || this == OPENING
                || this == CLOSING
                || this == LEFT_BRACKET
                || this == RIGHT_BRACKET
                || this == HYPH
                || this == NFP;
    }
}
