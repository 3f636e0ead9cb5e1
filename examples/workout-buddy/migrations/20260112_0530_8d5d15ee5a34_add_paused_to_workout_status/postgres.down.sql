-- mig: revision 8d5d15ee5a34
-- mig: after 5f315d613ad7
-- mig: message add paused to workout status
-- mig: postgres down
-- mig: renderer 1
-- mig: source f3afc33324ff9573eeb2481c8f3c97c81059faf993ee64a56a5ac25c17309b7c
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 d3273ce77d3595106e6231a20478f8de06548a7f474d3f6014a1cc41a0a2877e

begin;

-- alter enum workout_status
do $mig$
declare
  held bigint := (select count(*) from workouts where status::text in ('paused'));
begin
  if held > 0 then
    raise exception 'MIG502: % rows hold a value that workout_status will not have: paused. Say in the schema what they become (removed VALUE -> OTHER), or change the rows, then run this again.', held;
  end if;
end
$mig$;

-- alter enum workout_status
alter type workout_status rename to __mig_workout_status;

-- alter enum workout_status
create type workout_status as enum ('planned', 'in_progress', 'completed');

-- alter enum workout_status
alter table workouts
  alter column status drop default,
  alter column status type workout_status using status::text::workout_status,
  alter column status set default 'completed';

-- alter enum workout_status
drop type __mig_workout_status;

-- alter enum workout_status
comment on type workout_status is 'Where a workout stands.';

commit;
