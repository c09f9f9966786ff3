package org.rostrum.faults;

/** What can happen to a server, its database, its disk and its connections. */
enum Fault {
    /** SIGKILL of every server, which are then started again. */
    KILL,
    /** SIGKILL of one of two servers over one database; its clients go on at the other. */
    KILL_ONE_OF_TWO,
    /** PostgreSQL is stopped as an operator does it, and started again. */
    POSTGRES_STOP,
    /** PostgreSQL is stopped without a checkpoint, as by a crash, and started again. */
    POSTGRES_IMMEDIATE_STOP,
    /** PostgreSQL stands still for three to fourteen seconds. */
    POSTGRES_FREEZE,
    /** More slow requests than a server has connections. */
    POOL_EXHAUSTED,
    /** What is between clients and servers delays, stalls, cuts and half-closes. */
    CLIENT_PROXY,
    /** What is between servers and PostgreSQL delays, stalls, cuts and half-closes. */
    DATABASE_PROXY,
    /** The disk that H2 writes to is full for some seconds. */
    DISK_FULL;

    /** Whether servers are started again. */
    boolean startsServers() {
        return this == KILL || this == KILL_ONE_OF_TWO || this == DISK_FULL;
    }
}
