package org.rostrum.graph.node;

import java.util.Optional;
import java.util.UUID;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.value.TextNormalizer;

/**
 * A global id: a type prefix, an underscore and a UUID in 26 characters of Crockford's base 32, as defined by the
 * TypeID specification 0.3 (for example {@code claim_01h455vb4pex5vsknk084sn02q}). Sorts by creation time within a
 * type.
 *
 * @param prefix identifies the object's type, in lower-case letters
 * @param uuid the object's key
 */
public record TypeId(String prefix, UUID uuid) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int SUFFIX_LENGTH = 26;
    private static final int BITS_PER_CHARACTER = 5;

    /** The id as text. */
    @Override
    public String toString() {
        char[] suffix = new char[SUFFIX_LENGTH];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = SUFFIX_LENGTH - 1; i >= 0; i--) {
            suffix[i] = ALPHABET.charAt((int) (low & 31));
            low = low >>> BITS_PER_CHARACTER | high << Long.SIZE - BITS_PER_CHARACTER;
            high >>>= BITS_PER_CHARACTER;
        }
        return prefix + '_' + new String(suffix);
    }

    /** Parses an id; empty when the text is not a TypeID. */
    public static Optional<TypeId> parse(String text) {
        int split = text.lastIndexOf('_');
        if (split < 1 || text.length() - split - 1 != SUFFIX_LENGTH) {
            return Optional.empty();
        }
        // The first of 26 characters holds 3 bits only: 128 = 3 + 25 × 5.
        if (text.charAt(split + 1) > '7') {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = split + 1; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            high = high << BITS_PER_CHARACTER | low >>> Long.SIZE - BITS_PER_CHARACTER;
            low = low << BITS_PER_CHARACTER | digit;
        }
        return Optional.of(new TypeId(text.substring(0, split), new UUID(high, low)));
    }

    /**
     * Parses an id that a client sent as an argument.
     *
     * @param argument the argument's name, for the error
     * @param prefix the expected type's
     * @throws BadUserInputException when it is not an id, or the id of another type
     */
    public static UUID require(String argument, String text, String prefix) {
        TypeId id = parse(text)
                .orElseThrow(() ->
                        new BadUserInputException(argument, "\"" + TextNormalizer.shorten(text) + "\" is not an id"));
        if (!id.prefix.equals(prefix)) {
            throw new BadUserInputException(
                    argument,
                    "\"" + text + "\" is the id of an object of type " + id.prefix + ", expected one of type "
                            + prefix);
        }
        return id.uuid;
    }
}
