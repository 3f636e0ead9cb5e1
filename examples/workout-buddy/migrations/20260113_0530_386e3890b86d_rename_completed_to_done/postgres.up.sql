-- mig: revision 386e3890b86d
-- mig: after 8d5d15ee5a34
-- mig: message rename completed to done
-- mig: postgres up
-- mig: renderer 1
-- mig: source e4349903cda38776e78b962184a7cbcc58479820ba67ea97dee1ff214a6f893b
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 f142c9cd0fd23d5049ac42e2081c5e080df1973bab9f8d4f02643d8997709914

begin;

-- alter enum workout_status
alter type workout_status rename value 'completed' to 'done';

commit;
