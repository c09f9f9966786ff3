/**
 * The two databases behind one JDBC driver: URLs, failures and disk space. What differs between H2 and PostgreSQL is
 * kept here where it can be.
 */
@NullMarked
package org.rostrum.store;

import org.jspecify.annotations.NullMarked;
