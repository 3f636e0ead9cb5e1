import { DIALECTS, type DialectName } from '../../../../compiler/schema/dialect.ts'

/** A function of the databases. */
export interface SqlFunction {
  readonly name: string
  readonly parameters: readonly string[]
  readonly about: string
  readonly dialects: readonly DialectName[]
  /** True for those that take the rows of a group together. */
  readonly aggregate?: true
}

/** One function a line: databases (`b` for both, `p`, `s`; a capital for aggregates), the call, and what it does. */
const LINES = `
b coalesce(value, …) | The first of the values that is not null.
b nullif(value, other) | Null when both are equal, else the first.
b lower(text) | The text in small letters.
b upper(text) | The text in capital letters.
b length(text) | The number of characters.
b trim(text) | The text without blanks at its ends.
b ltrim(text) | The text without blanks at its start.
b rtrim(text) | The text without blanks at its end.
b replace(text, from, to) | The text with each \`from\` replaced.
b substr(text, start, length) | A part of the text; the first character is 1.
b abs(number) | The number without its sign.
b round(number, digits) | The number rounded.
p ceil(number) | The next whole number above.
p floor(number) | The next whole number below.
p greatest(value, …) | The greatest of the values.
p least(value, …) | The least of the values.
p concat(value, …) | All values as one text; nulls are left out.
p concat_ws(separator, value, …) | The same with a separator between them.
p left(text, count) | The first characters.
p right(text, count) | The last characters.
p lpad(text, length, fill) | The text filled on the left.
p rpad(text, length, fill) | The text filled on the right.
p split_part(text, separator, field) | One of the parts between separators.
p strpos(text, part) | Where a part begins, 0 when it is not there.
p regexp_replace(text, pattern, replacement, flags) | The text with what the pattern finds replaced.
p regexp_match(text, pattern, flags) | What the pattern finds.
p starts_with(text, prefix) | Whether the text begins so.
p char_length(text) | The number of characters.
p octet_length(text) | The number of bytes.
p md5(text) | The MD5 sum in hexadecimal digits.
p now() | The moment when the transaction began.
p clock_timestamp() | The moment it is now.
p date_trunc(field, timestamp) | The moment cut to an hour, a day …
p date_part(field, timestamp) | A part of a moment as a number.
p age(timestamp, other) | The time between two moments in years, months and days.
p make_interval(years, months, weeks, days, hours, mins, secs) | A length of time.
p to_char(value, format) | A value as a text.
p to_date(text, format) | A text as a day.
p to_timestamp(seconds) | A moment from seconds since 1970.
p gen_random_uuid() | A random identifier.
p nextval(sequence) | The next number of a sequence.
p jsonb_build_object(key, value, …) | An object of JSON.
p jsonb_build_array(value, …) | A list of JSON.
p jsonb_array_length(value) | How many items a list has.
p jsonb_typeof(value) | The type of a value of JSON.
p to_jsonb(value) | Any value as JSON.
p jsonb_set(target, path, value) | The JSON with a value replaced.
p array_length(array, dimension) | How many items an array has.
p cardinality(array) | How many items an array has in all.
p unnest(array) | The items of an array as rows.
p generate_series(start, stop, step) | Numbers or moments as rows.
p to_tsvector(configuration, text) | A text made ready for search.
p to_tsquery(configuration, query) | A query of text search.
p websearch_to_tsquery(configuration, query) | The same from what a person types.
p current_setting(name) | A setting of the server.
s ifnull(value, other) | The second when the first is null.
s iif(condition, then, else) | One of two values.
s instr(text, part) | Where a part begins, 0 when it is not there.
s printf(format, value, …) | Values put into a text.
s hex(bytes) | Bytes in hexadecimal digits.
s typeof(value) | The storage class of the value.
s date(time, modifier, …) | A day as a text.
s time(time, modifier, …) | A time as a text.
s datetime(time, modifier, …) | A day and a time as a text.
s julianday(time, modifier, …) | Days as a number.
s unixepoch(time, modifier, …) | Seconds since 1970 (3.38).
s strftime(format, time, modifier, …) | A moment in a format.
s random() | A random whole number.
s randomblob(count) | Random bytes.
s last_insert_rowid() | The rowid of the last row that was inserted.
s changes() | How many rows the last statement changed.
s json(text) | A text as JSON, checked and made small.
s json_valid(text) | Whether the text is JSON.
s json_extract(json, path, …) | A value in JSON.
s json_array_length(json, path) | How many items a list has.
s json_object(key, value, …) | An object of JSON.
s json_array(value, …) | A list of JSON.
s json_set(json, path, value) | The JSON with a value set.
s json_type(json, path) | The type of a value of JSON.
B count(value) | How many rows have a value; \`count(*)\` counts all.
B sum(value) | The sum of the values.
B avg(value) | The average of the values.
B min(value) | The least of the values.
B max(value) | The greatest of the values.
P string_agg(text, separator) | The texts as one.
P array_agg(value) | The values as an array.
P jsonb_agg(value) | The values as a list of JSON.
P jsonb_object_agg(key, value) | Keys and values as an object of JSON.
P bool_and(value) | Whether all are true.
P bool_or(value) | Whether one is true.
S group_concat(value, separator) | The values as one text.
S total(value) | The sum as a floating point number.
S json_group_array(value) | The values as a list of JSON.
S json_group_object(key, value) | Keys and values as an object of JSON.
B row_number() | The number of the row in its window.
B rank() | The rank of the row in its window, with gaps.
B dense_rank() | The rank of the row in its window.
B lag(value, offset, default) | The value of a row before.
B lead(value, offset, default) | The value of a row after.
B first_value(value) | The value of the first row of the window.
B last_value(value) | The value of the last row of the window.
`

/** The functions that people use in schemas, views and migrations. */
export const SQL_FUNCTIONS: readonly SqlFunction[] = LINES.trim().split('\n').map(readLine)

function readLine(line: string): SqlFunction {
  const [, sign = 'b', name = '', list = '', about = ''] = /^(\w) (\w+)\((.*?)\) \| (.*)$/.exec(line) ?? []
  const one: Readonly<Record<string, readonly DialectName[]>> = { p: ['postgres'], s: ['sqlite'] }
  const aggregate = sign < 'a' ? { aggregate: true as const } : {}
  const parameters = list === '' ? [] : list.split(', ')
  return { name, parameters, about, dialects: one[sign.toLowerCase()] ?? DIALECTS, ...aggregate }
}
