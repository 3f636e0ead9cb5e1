insert into members (id, card, email, standing, given, family) values
 ('00000000-0000-4000-8000-000000000001', 'A0000001', 'Ada@example.com', 'trusted', 'Ada', 'L'),
 ('00000000-0000-4000-8000-000000000002', 'A0000002', 'bob@example.com', 'owes money', 'Bob', 'B');
update members set referred_by = '00000000-0000-4000-8000-000000000001' where given = 'Bob';
insert into copies values (1, 1, 'good'), (1, 2, 'torn'), (2, 1, 'good');
insert into loans (member_id, book_id, number, lent_on) values
 ('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-10'), ('00000000-0000-4000-8000-000000000002', 2, 1, '2026-01-12');
insert into settings values ('days', '30');
