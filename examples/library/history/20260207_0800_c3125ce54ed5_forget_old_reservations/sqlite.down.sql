-- mig: revision c3125ce54ed5
-- mig: after 314a0ba2d2ac
-- mig: message forget old reservations
-- mig: sqlite down
-- mig: renderer 1
-- mig: source 5554308643202bcb908ae2ac5b3da393735611663c060b628c9781735cc28a66
-- mig: by hand sqlite3 -bail DATABASE < sqlite.down.sql
-- mig: sha-256 1a28025e42510d9603ff332002a3109b9f2130ec8559165529b2fc0a330e22b1

-- mig: refused: forget old reservations: nobody keeps old reservations

-- mig: nothing to run
