-- mig: revision 7ad0fad6c05e
-- mig: after 03ffd1320589
-- mig: message members and loans
-- mig: sqlite down
-- mig: renderer 1
-- mig: source ce2083ef01bf1c459eecb96001ae0d081327613bcb6c540509cdef28097f88b0
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 9743fde2d0238e6ce84b029443f05a3d739c26f2c5e0a020815bb9e4906d6392

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- drop trigger loans_fine on loans
drop trigger loans_fine;

-- drop trigger members_touch on members
drop trigger members_touch;

-- drop view busy_members
drop view busy_members;

-- drop view loans_by_month
drop view loans_by_month;

-- drop view open_loans
drop view open_loans;

-- mig: lossy: all rows of settings
-- drop table settings
drop table settings;

-- mig: lossy: all rows of loans
-- drop table loans
drop table loans;

-- mig: lossy: all rows of copies
-- drop table copies
drop table copies;

-- mig: lossy: all rows of members
-- drop table members
drop table members;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
