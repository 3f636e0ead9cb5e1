-- mig: revision c5007dcb11b7
-- mig: after 6ccd41fc0f24
-- mig: message add exercise_logs table with foreign key to workouts
-- mig: sqlite down
-- mig: renderer 1
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 d15b148345ca9e8ae4f4ca60363791b4fb5c6fc02c50edf2f7a9ac10faf2413c

begin immediate;

-- mig: lossy: the rows of exercise_logs are dropped
-- drop table exercise_logs
drop table exercise_logs;

commit;
