delete from exercises where name in ('Push-ups', 'Jump Rope')
