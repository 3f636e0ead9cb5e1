-- mig: revision 6ccd41fc0f24
-- mig: after fabbcb972054
-- mig: message add avatar_url to users
-- mig: sqlite up
-- mig: renderer 1
-- mig: source 5d3c47641a848c95436f626d7a1eee90d80b3f6a8b317059e8580272353dedea
-- mig: by hand sqlite3 -bail DATABASE < sqlite.up.sql
-- mig: sha-256 0baf13a3f5825c563c9a88d7ec0164b31657d185eac4e0fa689a3b1cea820aa1

begin immediate;

-- add column users.avatar_url
alter table users add column avatar_url VARCHAR(500);

commit;
