-- mig: revision 03ffd1320589
-- mig: after base
-- mig: message the catalogue
-- mig: sqlite down
-- mig: renderer 1
-- mig: source b8043c0738d3fea71afe79f7b2e2100596bc994a1ead1533e301835a48df622e
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 52892e6584efc3ba78a983823d27348d565a74de8c49d707c0a8d972020fb290

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- mig: lossy: all rows of authors
-- drop table authors
drop table authors;

-- mig: lossy: all rows of books
-- drop table books
drop table books;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
