insert into authors (id, name) values (1, 'Ada'), (2, 'Émile');
insert into books (id, author_id, title, isbn, main_genre, price, "order", "née en") values
 (1, 1, 'Notes', '9780000000001', 'science', 9.50, 1, 1843),
 (2, 2, 'Germinal', null, 'fiction', 7.25, 2, 1885),
 (3, 2, 'It''s "odd"', '9780000000003', 'children''s', null, null, null);
update authors set first_book_id = 1 where id = 1;
