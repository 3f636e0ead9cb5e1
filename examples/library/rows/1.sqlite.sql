update books set genres = '["science","children''s"]', shelf_mark = 'A 1' where id = 1;
