/** Resolves an office without a name, such as "the Polish president", to its holder on a day. */
package org.rostrum.resolution.office;
