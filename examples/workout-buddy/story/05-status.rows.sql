update workouts set status = 'planned' where title = 'Pull';
update workouts set status = 'in_progress' where title = 'Push';
