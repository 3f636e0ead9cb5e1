import { quoteName } from '../../../../compiler/schema/name.ts'
import { sqlName } from '../../../../compiler/sql/name-text.ts'
import { readParts } from '../../../literals/name-literal.ts'
import { type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { type Change, replace } from '../text/change.ts'
import { tableWith } from '../text/find-line.ts'
import { partOf, up } from '../text/nodes.ts'
import { writtenLike } from '../text/written-key.ts'

const MEANT = /^Did you mean `(.+)`\?$/

/** What is said of these stands at their own names. */
const MADE_OF: ReadonlySet<string> = new Set(['AggregateDeclaration', 'RangeDeclaration'])

/** Writes the name that is probably meant. */
export const changeSpelling: Fixer = at => {
  if (at.diagnostic.code === 'MIG194' && MADE_OF.has(at.node.$type)) return []
  const meant = fact(at, 'meant') ?? MEANT.exec(at.diagnostic.remedy)?.[1]
  if (meant === undefined || (at.diagnostic.code === 'MIG165' && isInKey(at, meant))) return []
  const change = spelled(at, meant)
  const shown = at.diagnostic.code === 'MIG156' ? meant : change.text
  return fix(`Change to \`${shown}\``, [change], !at.diagnostic.message.startsWith('`using'))
}

/** What was called otherwise before goes by its new name in SQL too. */
export const newName: Fixer = at => {
  const name = fact(at, 'name')
  if (name === undefined || fact(at, 'meant') !== undefined) return []
  const table = tableWith(at.model, at.node)?.key
  const renames = at.model.loaded.hints.renames.filter(
    hint => hint.kind === 'column' && hint.from === name && (table === undefined || hint.in === table),
  )
  const names = new Set(renames.map(({ to }) => to))
  const [now] = names
  if (now === undefined || names.size > 1) return []
  const change = replace(at.parsed, at.start, at.end, inSql(quoteName(now)))
  return fix(`Change to \`${change.text}\`, as it is called now`, [change], true)
}

function isInKey({ node }: FixAt, name: string): boolean {
  const line = up(node, 'PrimaryMember', 'UniqueMember', 'ForeignMember')
  return line?.columns.includes(name) ?? false
}

/** Writes another name in the place of one that is wrong, as that place wants it. */
export function spelled(at: FixAt, name: string): Change {
  const { parsed, start, end, node, diagnostic } = at
  switch (diagnostic.code) {
    case 'MIG182':
    case 'MIG192':
      return replace(parsed, start, end, inSql(name))
    case 'MIG183':
    case 'MIG194':
      return replace(parsed, start, end, inSql(writtenLike(at.model, at.text, name)))
    case 'MIG156':
      return enumValue(at, name)
    case 'MIG165': {
      const column = node.$type === 'IndexKeyNode' ? partOf(node, 'column') : undefined
      return replace(parsed, column?.start ?? start, column?.end ?? end, quoteName(name))
    }
    case 'MIG101':
      return replace(parsed, start, end, name)
    case 'MIG120':
    case 'MIG122':
    case 'MIG134':
      return replace(parsed, start, end, writtenLike(at.model, at.text, name))
    default:
      return replace(parsed, start, end, quoteName(name))
  }
}

function inSql(name: string): string {
  return name.startsWith('"') ? name : readParts(name).map(sqlName).join('.')
}

/** A value of an enum: a name in a default, a text in SQL, an item of an array. */
function enumValue(at: FixAt, name: string): Change {
  const { parsed, start, end, text, node } = at
  const old = fact(at, 'name') ?? ''
  const isSql = up(node, 'Sql') !== undefined
  if (isSql) return replace(parsed, start, end, `'${name.replaceAll("'", "''")}'`)
  const item = text.startsWith("'{") ? text.indexOf(old) : -1
  if (item > 0) return replace(parsed, start + item, start + item + old.length, name)
  return replace(parsed, start, end, quoteName(name))
}
