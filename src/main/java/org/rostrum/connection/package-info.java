/**
 * Relay connections: arguments, cursors, pages and the keyset paging behind them. Each room describes its lists with a
 * {@link org.rostrum.connection.ConnectionQuery}; no table is named here.
 */
@NullMarked
package org.rostrum.connection;

import org.jspecify.annotations.NullMarked;
