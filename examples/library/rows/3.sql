update loans set fine = 2.5 where copy = 1 and book_id = 2;
