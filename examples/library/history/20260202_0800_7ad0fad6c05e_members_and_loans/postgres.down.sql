-- mig: revision 7ad0fad6c05e
-- mig: after 03ffd1320589
-- mig: message members and loans
-- mig: postgres down
-- mig: renderer 1
-- mig: source ce2083ef01bf1c459eecb96001ae0d081327613bcb6c540509cdef28097f88b0
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 c15d2215d60f411c46ad111e9feacd519599b0d7664fbfb73f3ee4a3af63a197

begin;

-- drop trigger members_touch on members
drop trigger members_touch on members;

-- drop view loans_by_month
drop view loans_by_month;

-- drop view busy_members
drop view busy_members;

-- drop view open_loans
drop view open_loans;

-- mig: lossy: all rows of desk.notes
-- drop table desk.notes
drop table desk.notes;

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

-- drop enum standing
drop type standing;

-- drop schema desk
drop schema desk;

commit;
