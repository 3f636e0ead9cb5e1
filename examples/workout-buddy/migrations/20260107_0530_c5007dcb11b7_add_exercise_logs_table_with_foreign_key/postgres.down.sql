-- mig: revision c5007dcb11b7
-- mig: after 6ccd41fc0f24
-- mig: message add exercise_logs table with foreign key to workouts
-- mig: postgres down
-- mig: renderer 1
-- mig: source 6d165dcd87bbd089598152662b8a247d8179573292cda31fceefc52558e274cc
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 668f97d26e2ddd4f3d82e91f4bd0dcb95d9298ce06399293a630c85c0b4116eb

begin;

-- mig: lossy: all rows of exercise_logs
-- drop table exercise_logs
drop table exercise_logs;

commit;
