/** What an article goes through after it was parsed: extraction, resolution, and the recording of both. */
@NullMarked
package org.rostrum.intake.processing;

import org.jspecify.annotations.NullMarked;
