-- mig: revision c3125ce54ed5
-- mig: after 314a0ba2d2ac
-- mig: message forget old reservations
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 5554308643202bcb908ae2ac5b3da393735611663c060b628c9781735cc28a66
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 4ee02f74dc932280be765cb8942a75e96916a403c8a25b2f193b71d42ff96ac8

begin immediate;

-- sql 'forget old reservations'
delete from reservations;

commit;
