update workouts set status = 'paused' where title = 'Push';
insert into workouts (id, user_id, title, total_reps, status) values
  ('00000000-0000-4000-8000-000000000015', '00000000-0000-4000-8000-000000000002', 'Rowing', 10, 'paused');
