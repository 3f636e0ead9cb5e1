-- mig: revision 386e3890b86d
-- mig: after 8d5d15ee5a34
-- mig: message rename completed to done
-- mig: postgres down
-- mig: renderer 1
-- mig: source e4349903cda38776e78b962184a7cbcc58479820ba67ea97dee1ff214a6f893b
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 b0277eadce593cdbb013d70617df5890f52dda8dc9d03d99d6fbb81c271f916c

begin;

-- alter enum workout_status
alter type workout_status rename value 'done' to 'completed';

commit;
