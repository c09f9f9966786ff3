package org.rostrum.graph.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.store.record.BaseEntity;

class TypeIdTest {

    /** The example and the bounds of the TypeID specification's own test vectors (valid.yml). */
    @Test
    void agreesWithTheSpecification() {
        assertEquals(
                "prefix_0123456789abcdefghjkmnpqrs",
                new TypeId("prefix", UUID.fromString("0110c853-1d09-52d8-d73e-1194e95b5f19")).toString());
        assertEquals(
                "prefix_01h455vb4pex5vsknk084sn02q",
                new TypeId("prefix", UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")).toString());
        assertEquals(
                "x_7zzzzzzzzzzzzzzzzzzzzzzzzz",
                new TypeId("x", UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff")).toString());
        assertEquals("x_00000000000000000000000000", new TypeId("x", new UUID(0, 0)).toString());
    }

    @Property
    void readsWhatItWrote(@ForAll long high, @ForAll long low) {
        TypeId id = new TypeId("claim", new UUID(high, low));
        assertEquals(Optional.of(id), TypeId.parse(id.toString()));
    }

    @Property
    void neverFailsOnAnyText(@ForAll String text) {
        TypeId.parse(text).ifPresent(id -> assertEquals(text, id.toString()));
    }

    @Property
    void sortsAsItsKeysDo(@ForAll long one, @ForAll long other) {
        String first = new TypeId("x", new UUID(one, 0)).toString();
        String second = new TypeId("x", new UUID(other, 0)).toString();
        assertEquals(Integer.signum(Long.compareUnsigned(one, other)), Integer.signum(first.compareTo(second)));
    }

    @Test
    void keysAreTimeOrdered() {
        UUID before = BaseEntity.newKey();
        UUID after = BaseEntity.newKey();
        assertEquals(7, before.version());
        assertTrue(new TypeId("x", before).toString().compareTo(new TypeId("x", after).toString()) < 0);
    }

    @Test
    void namesTheArgumentOfAWrongId() {
        BadUserInputException wrong = assertThrows(
                BadUserInputException.class, () -> TypeId.require("id", "event_01h455vb4pex5vsknk084sn02q", "claim"));
        assertEquals(
                "id: \"event_01h455vb4pex5vsknk084sn02q\" is the id of an object of type event, expected one of type claim",
                wrong.getMessage());
        assertEquals("id", wrong.argument());
    }
}
