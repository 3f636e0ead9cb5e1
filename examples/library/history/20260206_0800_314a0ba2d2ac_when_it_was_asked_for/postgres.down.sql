-- mig: revision 314a0ba2d2ac
-- mig: after 30a95639f7ea
-- mig: message when it was asked for
-- mig: postgres down
-- mig: renderer 1
-- mig: source 89309029afdf9607231021287959a8229193c701f63eea603f7f82df933aca2d
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 4ffa4930d01d3747a9d2243c271b2193142bc6b36a027eddbb350dabe1f5a1ed

begin;

-- mig: lossy: the values of reservations.asked_on
-- drop column reservations.asked_on
alter table reservations drop column asked_on;

commit;
