-- mig: revision 9da440e59d6d
-- mig: after 8c703e7737b9
-- mig: message add index on workouts created_at
-- mig: sqlite up
-- mig: renderer 1
-- mig: source c06a6b050b9619059731b014026ebaca5739f5a5a8fe29cf3d7caffa62db3c74
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 4c187ff3a41d834f403a6d0472b2d874a88ef2c5667f960a76e7b2126401ae49

begin immediate;

-- add index workouts.workouts_by_date
create index workouts_by_date on workouts (created_at);

commit;
