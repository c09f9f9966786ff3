-- Each kind of record is searched by itself.
drop view search_hit;
