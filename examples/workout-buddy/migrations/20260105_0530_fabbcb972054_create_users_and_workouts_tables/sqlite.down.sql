-- mig: revision fabbcb972054
-- mig: after base
-- mig: message create users and workouts tables
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 1b31ec10e61d1da7701402231d850c27ca22d4620acfd886599c8d8abe0d08a7
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 13ab6709123778b41cd0d094a310cb57aacd91a3a0236a308d76f5ae209056f1

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- mig: lossy: all rows of workouts
-- drop table workouts
drop table workouts;

-- mig: lossy: all rows of users
-- drop table users
drop table users;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
