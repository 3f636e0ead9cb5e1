update users set phone = '+49 170 1234567' where username = 'mia';
