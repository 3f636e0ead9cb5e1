insert into exercises (id, name, difficulty) values
  ('00000000-0000-4000-8000-000000000031', 'Plank', 'advanced');
