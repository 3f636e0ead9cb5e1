-- mig: revision 69bc083b0cf1
-- mig: after 9da440e59d6d
-- mig: message add exercises table
-- mig: sqlite down
-- mig: renderer 1
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 abf42503e5eaee03a4fcd12522297581b2f52c5b7be69d68ea1aeb64852e0604

begin immediate;

-- mig: lossy: the rows of exercises are dropped
-- drop table exercises
drop table exercises;

commit;
