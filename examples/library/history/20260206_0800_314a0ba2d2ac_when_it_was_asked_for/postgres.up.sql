-- mig: revision 314a0ba2d2ac
-- mig: after 30a95639f7ea
-- mig: message when it was asked for
-- mig: postgres up
-- mig: renderer 1
-- mig: source 89309029afdf9607231021287959a8229193c701f63eea603f7f82df933aca2d
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 bb752836a0f134c53a12bcceaa69d214315223a399f0477536e03efc1e181e85

begin;

-- add column reservations.asked_on
do $mig$
declare
  held bigint := (select count(*) from reservations);
begin
  if held > 0 then
    raise exception 'MIG501: reservations holds % rows and its new column asked_on has no value for them. Give the column a default or a backfill (a column that comes back going down: dropped NAME backfill VALUE), or empty the table, then run this again.', held;
  end if;
end
$mig$;

-- add column reservations.asked_on
alter table reservations add column asked_on date not null;

commit;
