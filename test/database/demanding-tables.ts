/** Tables whose rows must point to each other, with domains among their columns. */
export const RINGS = `domain email_address = text check \`value like '%_@_%' and length(value) < 100\`
domain positive = int check \`value > 0\` check \`value < 1000\`
domain even = positive check \`value % 2 = 0\`
table addresses {
  id       int primary
}
table stores {
  id       int identity primary
  lead_id  int -> staff
  place_id int -> addresses
}
table staff {
  id       int identity primary
  store_id int -> stores
  email    email_address unique
  other    email_address?
  age      even
}
table odd_ring {
  a        int
  b        int
  a_up     int
  b_up     int
  next_id  uuid -> last_ring
  primary (a, b)
  foreign (a_up, b_up) -> odd_ring (a, b)
}
table last_ring {
  id       uuid primary
  a        int
  b        int
  code     text unique check \`code like 'AB\\_C-____' escape '\\'\`
  foreign (a, b) -> odd_ring
}
`

/** Types and checks that most values do not pass. */
export const RULES = `enum grade {
  good
  fair
  odd
}
domain mail = text only postgres check \`value ~ '^[^@]+@[^@]+$'\`
domain phone = text only postgres check \`value ~* '^\\+[1-9][0-9]{6,14}$'\`
domain postcode = text only postgres check \`value similar to '[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}'\`
domain web = text only postgres check \`value ~* '^https?://[^/[:space:]]+\\.[a-z]{2,}(/.*)?$'\`
domain passed = grade only postgres check \`value <> 'odd'\`
domain plus = int only postgres check \`value > 0\`
composite place only postgres {
  street   text
  grade    passed
  floor    plus
}
composite route only postgres {
  from_at  place
  stops    mail[]
}
range span = double only postgres
domain sure = text not null only postgres check \`value ~ '^[A-Z]{3}-[0-9]{4}$'\`
domain known_place = place only postgres check \`(value).street <> ''\`
table ruled only postgres {
  id       int primary
  a        mail
  b        phone unique
  c        postcode
  d        web
  e        mail[]
  f        passed[]
  g        known_place
  h        route
  i        place[]
  j        span[]
  k        \`span_multirange\` only postgres
  l        text check \`l ~* '^(mr|mrs|ms)\\.? [a-z]+$'\`
  m        text check \`m::inet is not null\`
  n        text check \`n ~ '^(?=.*[0-9])(?=.*[a-z]).{8,}$'\`
  o        text check \`o !~ '\\s' and length(o) between 3 and 8\`
  p        \`regclass\`
  q        text
  r        sure
  s        sure unique
  q_low    text = \`lower(q)\` stored
  during   tsrange check \`not isempty(during) and lower(during) >= '2024-01-01'\`
  exclude using gist (during with &&)
  unique (q_low)
  check \`q_low like '%@%'\`
}
`

/** Tables in partitions of every kind. */
export const DIVIDED = `table orders only postgres {
  id       int identity always primary
}
table payments only postgres partition by range (paid) {
  id       bigint identity
  paid     timestamptz
  order_id int -> orders
  primary (id, paid, order_id)
}
partition payments_2023 of payments values from ('2023-01-01') to ('2024-01-01') only postgres
partition payments_hour of payments values from ('2024-01-01') to ('2024-01-01 01:00') only postgres partition by list (order_id)
partition payments_hour_a of payments_hour values in (1, 2, 3) only postgres
partition payments_hour_b of payments_hour default only postgres
partition payments_rest of payments default only postgres
table refunds only postgres {
  id       bigint
  paid     timestamptz
  order_id int
  foreign (id, paid, order_id) -> payments
}
table events only postgres partition by range (a, b) {
  a        int
  b        text
}
partition events_1 of events values from (10, 'm') to (20, minvalue) only postgres
partition events_2 of events values from (1000000, 'a') to (1000000, 'c') only postgres
table hashed only postgres partition by hash (id) {
  id       uuid primary
}
partition hashed_0 of hashed values with (modulus 2, remainder 0) only postgres
partition hashed_1 of hashed values with (modulus 2, remainder 1) only postgres partition by range (id)
partition hashed_1_a of hashed_1 values from (minvalue) to ('80000000-0000-0000-0000-000000000000') only postgres
table months only postgres partition by list (\`date_trunc('month', at)\`) {
  at       timestamp?
}
partition months_1 of months values in ('2031-02-01') only postgres
partition months_none of months values in (null) only postgres
`

/** Tables whose triggers and rules look at each row, drop it, or refuse it. */
export const WATCHED = `function look() returns trigger language plpgsql only postgres = \`
  begin
    if new.state not in ('draft', 'it''s out') or new.code !~ '^[A-Z]{3}-[0-9]{4}$' then
      raise exception 'no such state: %', new.state;
    end if;
    return new;
  end
\`
function drop_it() returns trigger language plpgsql only postgres = \`begin return null; end\`
table watched {
  id    int primary
  state text
  code  text
}
trigger watched_look on watched {
  postgres \`before insert for each row execute function look()\`
  sqlite \`before insert when new.state not in ('draft', 'it''s out') or new.code not glob '[A-Z][A-Z]-[0-9][0-9]'
    begin select raise(abort, 'no such state'); end\`
}
table dropped {
  id int primary
}
trigger dropped_drop on dropped {
  postgres \`before insert for each row execute function drop_it()\`
  sqlite \`before insert begin select raise(ignore); end\`
}
table child {
  id         int primary
  dropped_id int -> dropped
}
table ruled_out only postgres {
  id int primary
}
rule ruled_out_gone on ruled_out only postgres = \`on insert do instead nothing\`
table left_hand {
  id       int primary
  right_id int -> right_hand
}
table right_hand {
  id      int primary
  left_id int -> left_hand
}
trigger right_hand_ends on right_hand only sqlite = \`before insert begin select raise(rollback, 'over and out'); end\`
table last_one {
  id int primary
}
`
