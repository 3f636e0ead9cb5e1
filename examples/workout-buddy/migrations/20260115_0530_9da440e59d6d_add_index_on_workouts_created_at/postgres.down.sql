-- mig: revision 9da440e59d6d
-- mig: after 8c703e7737b9
-- mig: message add index on workouts created_at
-- mig: postgres down
-- mig: renderer 1
-- mig: source c06a6b050b9619059731b014026ebaca5739f5a5a8fe29cf3d7caffa62db3c74
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 688fc26bf7d83f8c6b91e676ea3b41cd18b296260d725fc3fee7a6392965b357

begin;

-- drop index workouts.workouts_by_date
drop index workouts_by_date;

commit;
