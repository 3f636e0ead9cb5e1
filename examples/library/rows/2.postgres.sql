insert into desk.notes (text, tags) values ('closed on monday', '{a,"b c"}');
