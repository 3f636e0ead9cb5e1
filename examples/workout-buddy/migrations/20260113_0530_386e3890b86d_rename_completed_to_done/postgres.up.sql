-- mig: revision 386e3890b86d
-- mig: after 8d5d15ee5a34
-- mig: message rename completed to done
-- mig: postgres up
-- mig: renderer 1
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 f142c9cd0fd23d5049ac42e2081c5e080df1973bab9f8d4f02643d8997709914

begin;

-- alter enum workout_status
alter type workout_status rename value 'completed' to 'done';

commit;
