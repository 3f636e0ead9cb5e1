/** What Postgres reserves (pg_get_keywords, categories R and T): these words are never a column without quotes. */
const POSTGRES = words(`
  all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current_catalog current_date current_role current_schema current_time
  current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
  full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
  localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
  returning right select session_user similar some symmetric system_user table tablesample then to trailing true union
  unique user using variadic verbose when where window with
`)

/** What SQLite refuses as a column without quotes (tried one by one). */
const SQLITE = words(`
  add all alter and as autoincrement between case cast check collate commit constraint create default deferrable delete
  distinct drop else escape except exists foreign from group having in index insert intersect into is isnull join limit
  not nothing notnull null on or order primary raise references returning select set table then to transaction union
  unique update using values when where current_date current_time current_timestamp true false
`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Whether a lower-case word needs quotes to be a name in one of the databases. */
export function isReserved(word: string): boolean {
  return POSTGRES.has(word) || SQLITE.has(word)
}

/** Whether Postgres reserves a lower-case word. */
export function isReservedInPostgres(word: string): boolean {
  return POSTGRES.has(word)
}

/** Whether SQLite reserves a lower-case word. */
export function isReservedInSqlite(word: string): boolean {
  return SQLITE.has(word)
}
