-- mig: revision 8c703e7737b9
-- mig: after 386e3890b86d
-- mig: message remove paused from workout status
-- mig: postgres up
-- mig: renderer 1
-- mig: source b4b30006e6ee3ef92de14a4d59e181011f88560c7805432f59c6252ac559a1a8
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 b7752b053a78eb1742295567ac112f6215a2685b4380cfc8e9249b70bd56aae9

begin;

-- alter enum workout_status
alter type workout_status rename to __mig_workout_status;

-- alter enum workout_status
create type workout_status as enum ('planned', 'in_progress', 'done');

-- mig: lossy: which rows held 'paused' (now 'in_progress') of workout_status
-- alter enum workout_status
alter table workouts
  alter column status drop default,
  alter column status type workout_status using (case status::text when 'paused' then 'in_progress' else status::text end)::workout_status,
  alter column status set default 'done';

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
