insert into reservations values (1, '00000000-0000-4000-8000-000000000002', '2026-03-01');
