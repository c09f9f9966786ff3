-- What is about to be created is locked by its name first, so that writers side by side create it once. A name hashes to one of
-- these rows, which a transaction locks until its end; each stage has 8,192 of them, see org.rostrum.graph.KeyLocks.
create table key_lock (
  slot bigint primary key
);
insert into key_lock (slot)
  select a.n * 4096 + b.n * 256 + c.n * 16 + d.n
  from (values (0), (1), (2), (3), (4), (5)) a(n)
  cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) b(n)
  cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) c(n)
  cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) d(n);

-- Reference data were recorded without the clock: whatever is there counts as changed before what follows.
update change_clock set last_change = greatest(last_change, coalesce((select max(a.updated_at) from actor a), last_change));
