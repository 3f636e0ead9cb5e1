-- mig: revision 82dc0e775d54
-- mig: after 69bc083b0cf1
-- mig: message seed default exercises
-- mig: sqlite up
-- mig: renderer 1
-- mig: source c2f34959f21a968ea14ee73e9fc81d21e4a33989c92029abd0b89585434494c7
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 c0d5ba4210727e81a2827d7248a9a50dc13f4c7e3b837977d36664208c538d63

begin immediate;

-- sql 'seed default exercises'
insert into exercises (name, description, difficulty) values
  ('Push-ups', 'Classic upper body exercise', 'beginner'),
  ('Jump Rope', 'Cardio exercise with rope', 'intermediate');

commit;
