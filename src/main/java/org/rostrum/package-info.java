/** The entry point: starts the server, or runs one of the commands that the first argument names. */
package org.rostrum;
