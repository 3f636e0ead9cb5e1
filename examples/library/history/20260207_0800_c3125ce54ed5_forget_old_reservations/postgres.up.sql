-- mig: revision c3125ce54ed5
-- mig: after 314a0ba2d2ac
-- mig: message forget old reservations
-- mig: postgres up
-- mig: renderer 1
-- mig: source 5554308643202bcb908ae2ac5b3da393735611663c060b628c9781735cc28a66
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 66cb3335750eff84cb6ed1c28423d63e342c3a4608f015035eb728c24131223a

begin;

-- sql 'forget old reservations'
delete from reservations;

commit;
