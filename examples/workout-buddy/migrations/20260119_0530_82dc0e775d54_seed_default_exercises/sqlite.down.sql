-- mig: revision 82dc0e775d54
-- mig: after 69bc083b0cf1
-- mig: message seed default exercises
-- mig: sqlite down
-- mig: renderer 1
-- mig: source c2f34959f21a968ea14ee73e9fc81d21e4a33989c92029abd0b89585434494c7
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 68c765695f1d28d7f2a02fe53e2726611ecb81b83f693377a2b36f2ec9ab88d9

begin immediate;

-- sql 'seed default exercises'
delete from exercises where name in ('Push-ups', 'Jump Rope');

commit;
