package org.rostrum.http.negotiation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Rejects requests that a page of a foreign origin can have a browser send without a CORS preflight. A POST needs no
 * check of its own: {@code Content-Type: application/json} forces a preflight.
 */
@ApplicationScoped
public class CsrfGuard {

    /**
     * Headers that a page can send to another site only after a preflight (they are not CORS-safelisted), so that a
     * request with one of them comes from a page that may send it, or from no page.
     */
    public static final List<String> PREFLIGHTED = List.of(
            "GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name", "Authorization");

    private final CorsPolicy cors;

    CsrfGuard(CorsPolicy cors) {
        this.cors = cors;
    }

    /**
     * Whether a websocket may be opened: browsers open one to any site, without a preflight, and send the page's
     * origin.
     */
    public boolean allowsWebSocket(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || cors.isListed(origin) || CorsPolicy.isSameOrigin(origin, request.authority());
    }

    /**
     * Whether a GET may run. Proof that no foreign page sent it is a header that forces a preflight,
     * {@code Content-Type: application/json}, an allowed {@code Origin}, or Fetch Metadata, headers which pages cannot
     * set (https://www.w3.org/TR/fetch-metadata/), that names no other site. Navigations and embedded resources prove
     * nothing, whatever else they send: the browser shows or runs their response where a page wants it.
     */
    public boolean allowsGet(HttpServerRequest request) {
        boolean preflighted = PREFLIGHTED.stream().anyMatch(header -> request.getHeader(header) != null);
        if (preflighted || ContentNegotiation.isJson(request.getHeader("Content-Type"))) {
            return true;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null && !mode.equals("cors") && !mode.equals("same-origin")) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if ("same-origin".equals(site)) {
            return mode != null;
        }
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return cors.isListed(origin) || site == null && CorsPolicy.isSameOrigin(origin, request.authority());
        }
        return mode != null && site == null;
    }
}
