-- mig: revision 8d5d15ee5a34
-- mig: after 5f315d613ad7
-- mig: message add paused to workout status
-- mig: postgres up
-- mig: renderer 1
-- mig: source f3afc33324ff9573eeb2481c8f3c97c81059faf993ee64a56a5ac25c17309b7c
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.up.sql
-- mig: sha-256 0dd8f4df763039a20592a43b840b7ef3f4af1f6771073c1aea6976b255c75289

begin;

-- alter enum workout_status
alter type workout_status add value 'paused' after 'in_progress';

commit;
