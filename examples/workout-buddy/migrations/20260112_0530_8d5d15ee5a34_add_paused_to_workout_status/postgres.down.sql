-- mig: revision 8d5d15ee5a34
-- mig: after 5f315d613ad7
-- mig: message add paused to workout status
-- mig: postgres down
-- mig: renderer 1
-- mig: source f3afc33324ff9573eeb2481c8f3c97c81059faf993ee64a56a5ac25c17309b7c
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 dac2e47a343df41bda7a3c1e31705b5909811304fb0c23041f616bd94350bcd1

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

-- give workout_status the owner and the privileges of the type that it replaces
do $mig$
begin
  execute (with granted as (
    select oid, case grantee when 0 then 'public' else grantee::regrole::text end as role,
      case when is_grantable then ' with grant option' else '' end as option
    from pg_type, aclexplode(coalesce(typacl, acldefault('T', typowner)))
  ) select concat_ws('; ',
    (select string_agg('revoke all on type workout_status from ' || role, '; ') from granted where oid = 'workout_status'::regtype),
    (select 'alter type workout_status owner to ' || typowner::regrole from pg_type where oid = '__mig_workout_status'::regtype),
    (select string_agg('grant usage on type workout_status to ' || role || option, '; ') from granted where oid = '__mig_workout_status'::regtype)));
end
$mig$;

-- alter enum workout_status
drop type __mig_workout_status;

-- alter enum workout_status
comment on type workout_status is 'Where a workout stands.';

commit;
