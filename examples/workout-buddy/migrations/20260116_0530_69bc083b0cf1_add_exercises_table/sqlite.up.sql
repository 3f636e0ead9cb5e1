-- mig: revision 69bc083b0cf1
-- mig: after 9da440e59d6d
-- mig: message add exercises table
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 84a030250134b47142e575c7918f709dc7f59128371cbac3c0514cb20cd3d0e2
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 b76ab372672097f05649c4ca62886011c436cc43adeb71ebb60f5f2aa43f6caf

begin immediate;

-- create table exercises
create table exercises (
  id TEXT not null default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  name VARCHAR(100) not null,
  description TEXT,
  difficulty TEXT not null,
  is_active BOOLEAN not null default 1,
  created_at TEXT not null default current_timestamp,
  updated_at TEXT not null default current_timestamp,
  constraint exercises_pkey primary key (id),
  constraint exercises_name_key unique (name),
  constraint exercises_difficulty_enum check (difficulty in ('advanced', 'beginner', 'intermediate')),
  constraint exercises_is_active_bool check (is_active in (0, 1))
);

commit;
