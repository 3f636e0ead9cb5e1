import type { Query, Row } from '../../../compiler/dialects/dialect.ts'
import { type Facts, factsOf } from './facts.ts'
import { columnWords, cutAtCommas, sqlWords } from './sql-words.ts'

type Pair = readonly [string, string]

/** What SQLite itself says of a database: every pragma that tells of a schema, and the text of every statement that it keeps. */
export async function lookAtSqlite(query: Query): Promise<Facts> {
  const objects = await query(
    `select type, name, tbl_name, sql from sqlite_schema
     where sql is not null and name not like 'sqlite\\_%' escape '\\' and tbl_name <> 'mig_revisions'`,
  )
  const pairs: Pair[] = []
  for (const pragma of ['user_version', 'application_id']) {
    pairs.push([`pragma ${pragma}`, rowText((await query(`pragma ${pragma}`))[0]!)])
  }
  for (const object of objects) {
    if (object.type === 'table') pairs.push(...(await tableFacts(query, object)))
    else
      pairs.push([`${object.type} ${object.name} on ${object.tbl_name}, text`, sqlWords(String(object.sql)).join(' ')])
    if (object.type === 'view') pairs.push(...(await columnFacts(query, `view ${object.name}`, String(object.name))))
  }
  return factsOf(pairs)
}

async function tableFacts(query: Query, { name, sql }: Row): Promise<readonly Pair[]> {
  const table = String(name)
  const called = `table ${table}`
  const [kind] = await query(
    `select type, ncol, wr, strict from pragma_table_list where schema = 'main' and name = ${text(table)}`,
  )
  return [
    [called, rowText(kind!)],
    ...(await columnFacts(query, called, table)),
    ...(await indexFacts(query, called, table)),
    ...(await foreignKeyFacts(query, called, table)),
    ...textFacts(called, String(sql)),
  ]
}

async function columnFacts(query: Query, called: string, table: string): Promise<readonly Pair[]> {
  const columns = await query(`select * from pragma_table_xinfo(${text(table)})`)
  return columns.map(({ name, type, ...rest }) => [
    `${called}, column ${name}`,
    rowText({ type: String(type).toUpperCase().replaceAll(' ', ''), ...rest }),
  ])
}

/** An index that belongs to a key is called by its columns: the name is SQLite's own. */
async function indexFacts(query: Query, called: string, table: string): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (const { name, unique, origin, partial } of await query(`select * from pragma_index_list(${text(table)})`)) {
    const keys = await query(`select name, "desc", coll from pragma_index_xinfo(${text(String(name))}) where key`)
    const own = origin === 'c' ? String(name) : `of its ${origin} (${keys.map(key => key.name).join(', ')})`
    pairs.push([`${called}, index ${own}`, [rowText({ unique, partial }), ...keys.map(rowText)].join(' | ')])
  }
  return pairs
}

async function foreignKeyFacts(query: Query, called: string, table: string): Promise<readonly Pair[]> {
  const rows = await query(`select * from pragma_foreign_key_list(${text(table)}) order by id, seq`)
  const keys = [...Map.groupBy(rows, row => row.id).values()]
  return keys.map(parts => {
    const { table: target, on_update, on_delete, match } = parts[0]!
    const columns = (side: 'from' | 'to') => parts.map(part => part[side]).join(', ')
    return [
      `${called}, foreign key (${columns('from')})`,
      rowText({ target, to: columns('to'), on_update, on_delete, match }),
    ]
  })
}

/** The lines of `create table`: the columns by their names, keys and checks by what they say, wherever they stand. */
function textFacts(called: string, sql: string): readonly Pair[] {
  const words = sqlWords(sql)
  const [opened, closed] = [words.indexOf('('), words.lastIndexOf(')')]
  const items = cutAtCommas(words.slice(opened + 1, closed))
  const isKey = (item: readonly string[]) => /^(constraint|primary|unique|check|foreign)$/.test(item[0]!)
  const columns = items.filter(item => !isKey(item)).map(item => ({ name: item[0], ...columnWords(item) }))
  const keys = [...columns.flatMap(column => column.keys), ...items.filter(isKey).map(item => item.join(' '))]
  return [
    [`${called}, text of its options`, words.slice(closed + 1).join(' ')],
    ...columns.map(({ name, text }): Pair => [`${called}, text of column ${name}`, text]),
    ...keys.map((key): Pair => [`${called}, text ${key}`, 'is there']),
  ]
}

function rowText(row: Row): string {
  return Object.entries(row)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
