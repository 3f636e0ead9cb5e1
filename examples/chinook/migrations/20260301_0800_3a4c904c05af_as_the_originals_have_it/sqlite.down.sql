-- mig: revision 3a4c904c05af
-- mig: after base
-- mig: message as the originals have it
-- mig: sqlite down
-- mig: renderer 1
-- mig: source de0a6194fd1c4ddc7c50639478fab705dc801eb5892411314b3951c0f2ecca39
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 4e2b02e80fae6220c3529ddfb7694d4db0870a8cb85d3e33f41ce7b44429ad49

-- mig: no transaction

-- foreign keys are off, or dropping the old form of a table would delete the rows that reference it
pragma foreign_keys = off;

-- mig: transaction

begin immediate;

-- mig: lossy: all rows of invoice_line
-- drop table invoice_line
drop table invoice_line;

-- mig: lossy: all rows of invoice
-- drop table invoice
drop table invoice;

-- mig: lossy: all rows of customer
-- drop table customer
drop table customer;

-- mig: lossy: all rows of employee
-- drop table employee
drop table employee;

-- mig: lossy: all rows of playlist_track
-- drop table playlist_track
drop table playlist_track;

-- mig: lossy: all rows of playlist
-- drop table playlist
drop table playlist;

-- mig: lossy: all rows of track
-- drop table track
drop table track;

-- mig: lossy: all rows of media_type
-- drop table media_type
drop table media_type;

-- mig: lossy: all rows of genre
-- drop table genre
drop table genre;

-- mig: lossy: all rows of album
-- drop table album
drop table album;

-- mig: lossy: all rows of artist
-- drop table artist
drop table artist;

commit;

-- mig: no transaction

-- foreign keys are on again
pragma foreign_keys = on;

-- mig: transaction
