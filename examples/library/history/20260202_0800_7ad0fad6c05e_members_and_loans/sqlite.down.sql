-- mig: revision 7ad0fad6c05e
-- mig: after 03ffd1320589
-- mig: message members and loans
-- mig: sqlite down
-- mig: renderer 1
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 feb08f4685979a3920e2e693a300e5778d14fd30ab057dd9175aa4c1a291356b

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

-- mig: lossy: the rows of settings are dropped
-- drop table settings
drop table settings;

-- mig: lossy: the rows of loans are dropped
-- drop table loans
drop table loans;

-- mig: lossy: the rows of copies are dropped
-- drop table copies
drop table copies;

-- mig: lossy: the rows of members are dropped
-- drop table members
drop table members;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
