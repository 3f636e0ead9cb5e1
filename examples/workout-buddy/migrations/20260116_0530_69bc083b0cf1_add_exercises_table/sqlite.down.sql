-- mig: revision 69bc083b0cf1
-- mig: after 9da440e59d6d
-- mig: message add exercises table
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 84a030250134b47142e575c7918f709dc7f59128371cbac3c0514cb20cd3d0e2
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 074262f8cc6a635419e5078353bf6baf3252d760223486358dbb7c3a0aee4868

begin immediate;

-- mig: lossy: all rows of exercises
-- drop table exercises
drop table exercises;

commit;
