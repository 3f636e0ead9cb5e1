-- mig: revision 82dc0e775d54
-- mig: after 69bc083b0cf1
-- mig: message seed default exercises
-- mig: postgres down
-- mig: renderer 1
-- mig: source c2f34959f21a968ea14ee73e9fc81d21e4a33989c92029abd0b89585434494c7
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 375ba30569d64c06bf80a20062cd0477a7eb500759bf1e793b3cc7b461ad14be

begin;

-- sql 'seed default exercises'
delete from exercises where name in ('Push-ups', 'Jump Rope');

commit;
