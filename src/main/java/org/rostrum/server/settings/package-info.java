/**
 * The settings, their valid values, and the data directory. A new setting is added to
 * {@link org.rostrum.server.settings.Settings} and to docs/running.md, which a test compares.
 */
@NullMarked
package org.rostrum.server.settings;

import org.jspecify.annotations.NullMarked;
