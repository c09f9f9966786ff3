/** Writes fetched data as JSON and collects the field errors, in the order of the response. */
package org.rostrum.engine.response;
