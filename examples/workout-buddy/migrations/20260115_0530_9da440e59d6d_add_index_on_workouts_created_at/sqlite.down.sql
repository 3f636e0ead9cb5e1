-- mig: revision 9da440e59d6d
-- mig: after 8c703e7737b9
-- mig: message add index on workouts created_at
-- mig: sqlite down
-- mig: renderer 1
-- mig: source c06a6b050b9619059731b014026ebaca5739f5a5a8fe29cf3d7caffa62db3c74
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 ac478c23a96545dbeffcf363b3740c7b3857440c119102ce865cfb63a596b558

begin immediate;

-- drop index workouts.workouts_by_date
drop index workouts_by_date;

commit;
