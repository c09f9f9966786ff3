package org.rostrum.graph.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** The context of a request, and what stands for it outside of requests. */
class RequestContextTest {

    @Test
    void outsideARequestEachCallReturnsANewUnlimitedContext() {
        assertNotSame(RequestContext.current(), RequestContext.current());
        assertEquals(RequestContext.SYSTEM, RequestContext.writer());
        RequestContext.current().countFetches(Integer.MAX_VALUE);
    }

    @Test
    void aRequestHasOneContextAlsoAfterItsCallerIsIdentified() {
        RequestContext context = RequestContext.current();
        context.run(() -> {
            context.countStatement();
            context.identify("ada");
            assertSame(context, RequestContext.current());
            assertEquals("ada", RequestContext.writer());
            assertEquals(1, RequestContext.current().statements());
            return null;
        });
        assertEquals(RequestContext.SYSTEM, RequestContext.writer());
    }

    @Test
    void aNestedContextGivesWayToTheOuterOne() {
        RequestContext outer = RequestContext.current();
        RequestContext inner = RequestContext.current();
        outer.run(() -> {
            inner.run(() -> {
                assertSame(inner, RequestContext.current());
                return null;
            });
            assertSame(outer, RequestContext.current());
            return null;
        });
    }
}
