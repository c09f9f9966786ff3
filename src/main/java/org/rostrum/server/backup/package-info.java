/**
 * Backup and restore of H2 databases: the commands, and the socket through which a running server writes a backup.
 * Backups of PostgreSQL are left to PostgreSQL's own tools.
 */
@NullMarked
package org.rostrum.server.backup;

import org.jspecify.annotations.NullMarked;
