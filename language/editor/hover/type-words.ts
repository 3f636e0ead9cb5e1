/** What the portable types hold. */
export const TYPE_WORDS: Readonly<Record<string, string>> = {
  smallint: 'A whole number of 16 bits: -32768 to 32767.',
  int: 'A whole number of 32 bits: up to 2147483647.',
  bigint: 'A whole number of 64 bits.',
  decimal: 'An exact number; `decimal(12, 2)` has 12 digits, 2 of them behind the point.',
  real: 'A floating-point number of about 6 digits.',
  double: 'A floating-point number of about 15 digits.',
  bool: 'True or false. In SQLite a number with `check (… in (0, 1))`.',
  text: 'A text of any length.',
  varchar: 'A text; `varchar(40)` has 40 characters at most. SQLite does not enforce the length.',
  char: 'A text of a fixed length, filled up with spaces. SQLite does not enforce the length.',
  bytes: 'Bytes.',
  uuid: 'A UUID; `default uuid()` makes one.',
  date: 'A day; `default today()` is the current one.',
  time: 'A time of day.',
  timestamp: 'A date and a time, without a time zone.',
  timestamptz: 'A moment; `default now()` is the current one. `timestamptz(3)` keeps milliseconds.',
  interval: 'A span of time.',
  json: 'JSON, kept as it is written. In SQLite a text with `check (json_valid(…))`.',
  jsonb: 'JSON, parsed: Postgres can index it. In SQLite a text with `check (json_valid(…))`.',
}

/** What the portable calls give. */
export const CALL_WORDS: Readonly<Record<string, string>> = {
  now: 'The moment of the transaction',
  today: 'The current day',
  uuid: 'A random UUID',
}
