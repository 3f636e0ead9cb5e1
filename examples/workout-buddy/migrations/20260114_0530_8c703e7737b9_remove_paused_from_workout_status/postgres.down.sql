-- mig: revision 8c703e7737b9
-- mig: after 386e3890b86d
-- mig: message remove paused from workout status
-- mig: postgres down
-- mig: renderer 1
-- mig: source b4b30006e6ee3ef92de14a4d59e181011f88560c7805432f59c6252ac559a1a8
-- mig: by hand psql -v ON_ERROR_STOP=1 -f postgres.down.sql
-- mig: sha-256 0dd8f4df763039a20592a43b840b7ef3f4af1f6771073c1aea6976b255c75289

begin;

-- alter enum workout_status
alter type workout_status add value 'paused' after 'in_progress';

commit;
