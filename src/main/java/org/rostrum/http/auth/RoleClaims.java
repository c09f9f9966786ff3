package org.rostrum.http.auth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which roles a token carries: the names in its claims, mapped to the roles of this server.
 *
 * @param paths the claims with the names, such as {@code groups} or {@code https://example.com/roles}, or paths into
 *     claims, such as {@code realm_access/roles}
 * @param names the claims' names for each role of this server; a role without an entry has its own name
 */
record RoleClaims(List<String> paths, Map<String, Set<String>> names) {

    /**
     * The roles in a token's claims.
     *
     * @throws TokenException when one of the claims is neither text nor a list of texts
     */
    Set<String> roles(Map<String, Object> claims) throws TokenException {
        Set<String> claimed = new LinkedHashSet<>();
        for (String path : paths) {
            Object value = at(claims, path).orElse(null);
            if (value instanceof String text) {
                // Several names in one text, as in OAuth's scope.
                claimed.addAll(List.of(text.strip().split("\\s+")));
            } else if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
                list.forEach(name -> claimed.add((String) name));
            } else if (value != null) {
                throw TokenException.badClaim(path, "text or a list of texts");
            }
        }
        Set<String> roles = new LinkedHashSet<>(claimed);
        names.forEach((role, aliases) -> {
            roles.remove(role);
            if (aliases.stream().anyMatch(claimed::contains)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** Names of claims may contain slashes, so each prefix of the path is tried as a name, the longest first. */
    private static Optional<Object> at(Map<?, ?> claims, String path) {
        if (claims.get(path) != null) {
            return Optional.of(claims.get(path));
        }
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (claims.get(path.substring(0, end)) instanceof Map<?, ?> inner) {
                Optional<Object> value = at(inner, path.substring(end + 1));
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }
}
