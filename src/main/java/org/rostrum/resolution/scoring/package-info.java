/** All weights and thresholds of resolution, and the similarity of names. Numbers are changed here and nowhere else. */
@NullMarked
package org.rostrum.resolution.scoring;

import org.jspecify.annotations.NullMarked;
