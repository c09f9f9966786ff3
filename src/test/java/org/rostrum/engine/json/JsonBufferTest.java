package org.rostrum.engine.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JsonBufferTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Property(tries = 2_000)
    void anyTextComesBack(@ForAll @StringLength(max = 60) String text) throws JsonProcessingException {
        String paired = new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(paired, JACKSON.readValue(new JsonBuffer(1).string(text).toString(), String.class));
    }

    @Property(tries = 2_000)
    void textIsWrittenAsJacksonWritesIt(
            @ForAll @StringLength(max = 60) @CharRange(from = '\0', to = '\u00ff') String text)
            throws JsonProcessingException {
        assertEquals(
                JACKSON.writeValueAsString(text), new JsonBuffer(1).string(text).toString());
    }

    @Test
    void textThatNeedsEscapesAtTheEndOfAWordOrBehindIt() throws JsonProcessingException {
        for (int size = 0; size < 40; size++) {
            for (String odd :
                    List.of("\"", "\\", "\n", "\u0000", "\u001f", " ", "\u007f", "é", "€", "🏃", "!", "[", "#")) {
                String text = "x".repeat(size) + odd + "y".repeat(size % 9);
                assertEquals(
                        JACKSON.readValue(JACKSON.writeValueAsString(text), String.class),
                        JACKSON.readValue(new JsonBuffer(1).string(text).toString(), String.class));
            }
        }
        assertEquals("\"?\"", new JsonBuffer(1).string("\ud83c").toString());
    }

    @Property
    void anyNumberComesBack(@ForAll int number) {
        assertEquals(String.valueOf(number), new JsonBuffer(1).number(number).toString());
    }

    @Test
    void everythingElse() {
        assertEquals("-2147483648", new JsonBuffer(1).number(Integer.MIN_VALUE).toString());
        assertEquals(
                "{\"a\":[1,0.5,true,null,\"2025-03-09\",\"+12025-03-09\"],\"b\":{},\"c\":[]}",
                new JsonBuffer(1).value(ordered()).toString());
    }

    private static Map<String, Object> ordered() {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        map.put("a", Arrays.asList(1, 0.5, true, null, LocalDate.of(2025, 3, 9), LocalDate.of(12_025, 3, 9)));
        map.put("b", Map.of());
        map.put("c", List.of());
        return map;
    }
}
