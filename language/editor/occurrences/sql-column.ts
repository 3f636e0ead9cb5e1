import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import { foldName } from '../../../compiler/sql/name-text.ts'
import { type Reading, readStatement } from '../../../compiler/sql/read-statement.ts'
import { placeOf, Resolver } from '../../../compiler/sql/resolve.ts'
import type { Source } from '../../../compiler/sql/scope.ts'
import type { SqlToken } from '../../../compiler/sql/tokens.ts'
import type { ColumnHome, ColumnHomes } from './column-homes.ts'
import type { KnownNames } from './known-names.ts'
import { memberKey } from './member-key.ts'
import { columnsIn } from './sql-reading.ts'

type Dialect = DialectName | 'all'

/** A column in SQL: its key, and the line that declares it where one does. */
export interface SqlColumn {
  readonly key: string
  readonly home?: ColumnHome
}

/** The column of a table or view that a token names. */
export function columnIn(
  relation: QName,
  token: SqlToken,
  dialect: DialectName | 'all',
  names: KnownNames,
  depth = 0,
): SqlColumn | undefined {
  const found = names.relation(relation, dialect)
  if (found === undefined) return undefined
  if (found.node.$type !== 'TableDeclaration') return viewColumn(found.key, token, dialect, names, depth)
  const home = homeNamed(names.columns(found.node, found.context), token)
  return home && { key: home.key, home }
}

/** The column that a token names: quotes keep the case of letters, except those that only SQLite has. */
export function homeNamed({ byName, folded }: ColumnHomes, token: SqlToken): ColumnHome | undefined {
  const exact = byName.get(token.value)
  if (exact !== undefined || token.text.startsWith('"')) return exact
  return folded.get(foldName(token.value))
}

/** The column that a view gives under a name: that of a table, where the view only passes it on, or its own. */
function viewColumn(
  key: string,
  token: SqlToken,
  dialect: Dialect,
  names: KnownNames,
  depth: number,
): SqlColumn | undefined {
  if (depth > DEEPEST_VIEW) return undefined
  const view = viewReading(key, dialect, names)
  const selected = view?.reading.selected
  if (view === undefined || selected === undefined) return undefined
  const { reading, resolver } = view
  const item = selected.items.find(({ name }) => name === token.value)
  if (item !== undefined) {
    if (item.origin === undefined || item.alias !== undefined) return { key: memberKey(key, token.value) }
    const mention = reading.columns.find(({ path }) => path.at(-1) === item.origin)
    const { relation } = mention === undefined ? {} : resolver.owner(mention)
    return relation && columnIn(relation, reading.code.tokens[item.origin]!, dialect, names, depth + 1)
  }
  const scope = selected.scope
  if (scope === undefined) return undefined
  for (const { star } of selected.items) {
    if (star === undefined) continue
    const of = star.of === undefined ? undefined : placeOf(scope, [star.of])?.source
    const sources: readonly Source[] = star.of === undefined ? scope.sources : of === undefined ? [] : [of]
    for (const source of sources) {
      const relation = resolver.relationOf(source, token.value)
      if (relation !== undefined) return columnIn(relation, token, dialect, names, depth + 1)
    }
  }
  return undefined
}

const DEEPEST_VIEW = 20

interface ViewReading {
  readonly reading: Reading
  readonly resolver: Resolver
}

const memory = new WeakMap<KnownNames, Map<string, ViewReading | undefined>>()

function viewReading(key: string, dialect: Dialect, names: KnownNames): ViewReading | undefined {
  let known = memory.get(names)
  if (known === undefined) {
    known = new Map()
    memory.set(names, known)
  }
  const place = `${dialect} ${key}`
  if (!known.has(place)) {
    const text = names.viewText(key, dialect)
    const reading = text === undefined ? undefined : readStatement(text)
    const columns = columnsIn({ dialect, subject: { what: 'view', key } }, names)
    known.set(place, reading && { reading, resolver: new Resolver(reading, columns) })
  }
  return known.get(place)
}
