/**
 * All weights and thresholds of resolution, and the similarity of names. Numbers are changed here and nowhere else.
 */
package org.rostrum.resolution.scoring;
