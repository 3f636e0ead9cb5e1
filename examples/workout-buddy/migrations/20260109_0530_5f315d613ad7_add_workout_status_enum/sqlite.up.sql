-- mig: revision 5f315d613ad7
-- mig: after c849ba0575ed
-- mig: message add workout status enum
-- mig: sqlite up
-- mig: renderer 1
-- mig: source bc1d9a3a2c56db50c46da60c976d2817d7ccae2a5242c94a71ca7eef354b45db
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 6dc4849560775075a5e9d483b30ba934bec969750fb06a16304517c0a7751337

begin immediate;

-- add column workouts.status
alter table workouts add column status TEXT not null default 'completed' constraint workouts_status_enum check (status in ('completed', 'in_progress', 'planned'));

commit;
