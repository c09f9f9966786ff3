package org.rostrum.extraction.result;

/**
 * A cooperative stop signal. Long computations check it often, at least once for each sentence, so that they end soon
 * after their result is no longer wanted.
 */
@FunctionalInterface
public interface StopSignal {

    /** Never stops. */
    StopSignal NEVER = () -> {};

    /**
     * Returns normally to continue, and throws an unchecked exception to stop, which reaches the caller of the
     * computation unchanged.
     */
    void check();
}
