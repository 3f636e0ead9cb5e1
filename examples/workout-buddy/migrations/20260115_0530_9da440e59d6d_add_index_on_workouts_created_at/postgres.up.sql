-- mig: revision 9da440e59d6d
-- mig: after 8c703e7737b9
-- mig: message add index on workouts created_at
-- mig: postgres up
-- mig: renderer 1
-- mig: source c06a6b050b9619059731b014026ebaca5739f5a5a8fe29cf3d7caffa62db3c74
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 4e45e5bd3dd6469d8de1ac71549c464de954f2e6202c2aa112de5db74401a7f9

begin;

-- add index workouts.workouts_by_date
create index workouts_by_date on workouts (created_at);

commit;
