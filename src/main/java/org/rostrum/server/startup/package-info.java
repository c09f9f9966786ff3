/** What is checked before the server starts, and what it logs about itself then. Nothing in here runs afterwards. */
package org.rostrum.server.startup;
