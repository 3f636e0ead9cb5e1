-- mig: revision 69bc083b0cf1
-- mig: after 9da440e59d6d
-- mig: message add exercises table
-- mig: postgres down
-- mig: renderer 1
-- mig: source 84a030250134b47142e575c7918f709dc7f59128371cbac3c0514cb20cd3d0e2
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 df1868167554ad1c7088c521beac6c420cae6226d500a0b0f8c84c0a08fc87cc

begin;

-- mig: lossy: all rows of exercises
-- drop table exercises
drop table exercises;

-- drop enum difficulty
drop type difficulty;

commit;
