-- mig: revision c849ba0575ed
-- mig: after c5007dcb11b7
-- mig: message rename reps_count to total_reps
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 4d4df8e1465cd6622ff75e09d4da23a5eed51abeace44e2b4e5823eb469c4d2c
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 733a84b35a3bf415704a4fcb9fe34e903dedae7c2afded8f81daf6fb00e58f86

begin immediate;

-- rename column workouts.reps_count to total_reps
alter table workouts rename column reps_count to total_reps;

commit;
