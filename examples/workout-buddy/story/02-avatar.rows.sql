update users set avatar_url = 'https://example.com/mia.png' where username = 'mia';
