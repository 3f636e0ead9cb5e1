import { forDialect } from '../../../../compiler/schema/dialect.ts'
import { columnUses } from '../../../../compiler/sql/expression-names.ts'
import { placeInSql } from '../../../checks/place-in-sql.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { removePiece, replace } from '../text/change.ts'
import { tableWith } from '../text/find-line.ts'
import { limitTo } from '../text/limit.ts'
import { partOf, up } from '../text/nodes.ts'

/** The text of a trigger without what stands outside of it already, and with what is missing. */
export const mendTrigger: Fixer = at => {
  const { parsed, start, end, text } = at
  switch (fact(at, 'fault')) {
    case 'head':
    case 'table':
    case 'statement':
    case 'row': {
      const shown = text.replace(/\s+/g, ' ')
      return fix(`Leave \`${shown}\` out`, [withoutWords(at)], true)
    }
    case 'time':
      return [
        ...fix(`Write \`before ${text}\``, [replace(parsed, start, end, `before ${text}`)]),
        ...fix(`Write \`after ${text}\``, [replace(parsed, start, end, `after ${text}`)]),
      ]
    case 'events':
    case 'truncate':
    case 'body': {
      const lacking = fact(at, 'dialect')
      const only = lacking === 'postgres' ? 'sqlite' : 'postgres'
      return fix(`Limit it: \`only ${only}\``, limitTo(parsed, at.node, only))
    }
    default:
      return []
  }
}

/** What begins the text takes the blanks behind it. */
function withoutWords({ parsed, start, end }: Parameters<Fixer>[0]) {
  const isFirst = parsed.text[start - 1] === '`'
  if (!isFirst) return removePiece(parsed, start, end)
  const blanks = /^[ \t]*/.exec(parsed.text.slice(end))![0].length
  return replace(parsed, start, end + blanks, '')
}

/** Puts the SQL of a computed column in the place of its name. */
export const putSqlInPlace: Fixer = at => {
  const generated = up(at.node, 'GeneratedModifier')
  const table = tableWith(at.model, at.node)
  const other = table?.columns.get(fact(at, 'column') ?? '')?.column
  const sql = other?.generated?.sql
  const own = generated?.sql
  const part = own && partOf(own, 'all', 0)
  if (other === undefined || own?.all?.length !== 1 || part === undefined || sql?.all === undefined) return []
  const source = at.parsed.text.slice(part.start, part.end)
  const uses = columnUses(own.all[0]!).filter(use => use.certain && use.name === other.name)
  const changes = uses.map(use => {
    const [from, to] = [placeInSql(source, use.start), placeInSql(source, use.end)]
    return replace(
      at.parsed,
      part.start + from,
      part.start + to,
      `(${forDialect(sql, 'postgres')!.replaceAll('`', '``')})`,
    )
  })
  return fix(`Write the SQL of \`${other.name}\` in its place`, changes, true)
}
