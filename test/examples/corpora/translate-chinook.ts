/**
 * The SQLite file of Chinook with the names of the Postgres file: `[AlbumId]` there is `album_id` here. One schema has one name for a thing, so names are
 * the one difference that is taken away before the two are compared.
 */
export function translateChinook(sql: string): string {
  return sql.replace(/\[(\w+)\]/g, (_, name: string) => `[${translated(name)}]`)
}

function translated(name: string): string {
  const [, kind, rest] = /^(?:(PK|IFK)_)?(\w+)$/.exec(name)!
  const words = rest!.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()
  if (kind === 'PK') return `${words}_pkey`
  return kind === 'IFK' ? `${words}_idx` : words
}
