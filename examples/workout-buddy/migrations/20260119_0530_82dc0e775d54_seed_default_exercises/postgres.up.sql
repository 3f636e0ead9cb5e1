-- mig: revision 82dc0e775d54
-- mig: after 69bc083b0cf1
-- mig: message seed default exercises
-- mig: postgres up
-- mig: renderer 1
-- mig: source c2f34959f21a968ea14ee73e9fc81d21e4a33989c92029abd0b89585434494c7
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 9725d508105aaf107ed1f0695601c3606f2f4730014ad354f8e32839133c96b6

begin;

-- sql 'seed default exercises'
insert into exercises (name, description, difficulty) values
  ('Push-ups', 'Classic upper body exercise', 'beginner'),
  ('Jump Rope', 'Cardio exercise with rope', 'intermediate');

commit;
