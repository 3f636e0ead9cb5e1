-- mig: revision c849ba0575ed
-- mig: after c5007dcb11b7
-- mig: message rename reps_count to total_reps
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 4d4df8e1465cd6622ff75e09d4da23a5eed51abeace44e2b4e5823eb469c4d2c
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 5c8fcfd5b2ca31239eda3a2105ffdbbd73333f95772c9a90780d9bae4dab6469

begin immediate;

-- rename column workouts.total_reps to reps_count
alter table workouts rename column total_reps to reps_count;

commit;
