/** Resolves mentions of organisations, governments and groups. */
package org.rostrum.resolution.organization;
