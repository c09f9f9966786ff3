package org.rostrum.http.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleClaimsTest {

    private static Set<String> roles(Map<String, Object> claims, String... paths) throws TokenException {
        return new RoleClaims(List.of(paths), Map.of()).roles(claims);
    }

    @Test
    void rolesStandWhereverTheSettingSays() throws TokenException {
        Map<String, Object> claims = Map.of(
                "groups",
                List.of("a"),
                "scope",
                "openid  b",
                "realm_access",
                Map.of("roles", List.of("c", "d")),
                "https://example.com/roles",
                List.of("e"),
                "https://example.com/access",
                Map.of("roles", "f"));
        assertEquals(Set.of("a"), roles(claims, "groups"));
        assertEquals(Set.of("openid", "b"), roles(claims, "scope"));
        assertEquals(Set.of("c", "d"), roles(claims, "realm_access/roles"));
        assertEquals(Set.of("e"), roles(claims, "https://example.com/roles"));
        assertEquals(Set.of("f"), roles(claims, "https://example.com/access/roles"));
        assertEquals(Set.of("a", "c", "d"), roles(claims, "groups", "realm_access/roles", "missing", "groups/a"));
    }

    @Test
    void otherNamesStandForARoleOnlyWhereTheyAreSet() throws TokenException {
        RoleClaims mapped = new RoleClaims(List.of("groups"), Map.of("reviewer", Set.of("desk", "editors")));
        assertEquals(Set.of("desk", "reviewer"), mapped.roles(Map.of("groups", List.of("desk"))));
        assertEquals(Set.of("contributor"), mapped.roles(Map.of("groups", List.of("contributor", "reviewer"))));
    }

    @Test
    void aClaimOfAnotherTypeIsRefused() {
        for (Object value : Arrays.asList(5, true, Map.of("a", "b"), List.of("a", 5), List.of(List.of("a")))) {
            TokenException refused = assertThrows(TokenException.class, () -> roles(Map.of("groups", value), "groups"));
            assertEquals(TokenRefusalReason.BAD_CLAIM, refused.reason());
            assertTrue(refused.getMessage().contains("groups must be"));
        }
    }
}
