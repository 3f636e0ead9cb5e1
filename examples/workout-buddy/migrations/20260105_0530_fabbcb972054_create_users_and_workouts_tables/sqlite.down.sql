-- mig: revision fabbcb972054
-- mig: after base
-- mig: message create users and workouts tables
-- mig: sqlite down
-- mig: renderer 1
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 bbc80783c7b57c08e777a40f74abb052435fce105d417c53f80b50c7fec697be

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- mig: lossy: the rows of workouts are dropped
-- drop table workouts
drop table workouts;

-- mig: lossy: the rows of users are dropped
-- drop table users
drop table users;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
