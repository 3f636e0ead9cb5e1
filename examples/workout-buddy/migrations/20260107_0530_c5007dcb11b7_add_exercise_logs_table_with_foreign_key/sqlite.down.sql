-- mig: revision c5007dcb11b7
-- mig: after 6ccd41fc0f24
-- mig: message add exercise_logs table with foreign key to workouts
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 6d165dcd87bbd089598152662b8a247d8179573292cda31fceefc52558e274cc
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 622f28940755a3fc9c1fa90393645b97185d6b8fbd31a964a27f4257e7237b1a

begin immediate;

-- mig: lossy: all rows of exercise_logs
-- drop table exercise_logs
drop table exercise_logs;

commit;
