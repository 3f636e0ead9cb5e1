update books set genres = '{science,"children''s"}', shelf = '(1,2)' where id = 1;
