package org.rostrum.http.auth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which roles a token gives: the names in its claims, mapped to the roles of this server.
 *
 * @param paths where the names stand: claims such as {@code groups} or {@code https://example.com/roles}, or ways into them such
 *              as {@code realm_access/roles}
 * @param names the names that stand for a role of this server; a role that is not among the keys is called as it is
 */
record RoleClaims(List<String> paths, Map<String, Set<String>> names) {

  /** @throws TokenException when a claim that is there is neither text nor a list of texts */
  Set<String> roles(Map<String, Object> claims) throws TokenException {
    Set<String> found = new LinkedHashSet<>();
    for (String path : paths) {
      Object value = at(claims, path).orElse(null);
      if (value instanceof String text) {
        // As OAuth's scope writes several.
        found.addAll(List.of(text.strip().split("\\s+")));
      } else if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
        list.forEach(name -> found.add((String) name));
      } else if (value != null) {
        throw TokenException.badClaim(path, "text or a list of texts");
      }
    }
    Set<String> roles = new LinkedHashSet<>(found);
    names.forEach((role, called) -> {
      roles.remove(role);
      if (called.stream().anyMatch(found::contains)) {
        roles.add(role);
      }
    });
    return roles;
  }

  /** Names of claims may have slashes in them, so each beginning of the path is tried as a name, the longest first. */
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
