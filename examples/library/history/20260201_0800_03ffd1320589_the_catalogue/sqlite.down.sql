-- mig: revision 03ffd1320589
-- mig: after base
-- mig: message the catalogue
-- mig: sqlite down
-- mig: renderer 1
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 4e20e94917b2ed0064cf1811602a7bad7b5282f9ece1826abfb2f8de56411f51

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- mig: lossy: the rows of authors are dropped
-- drop table authors
drop table authors;

-- mig: lossy: the rows of books are dropped
-- drop table books
drop table books;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
