update books set "check" = 'two' where id = 2;
update loans set back_on = '2026-03-20' where book_id = 1;
