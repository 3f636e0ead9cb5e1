insert into exercises (name, description, difficulty) values
  ('Push-ups', 'Classic upper body exercise', 'beginner'),
  ('Jump Rope', 'Cardio exercise with rope', 'intermediate')
