import type { DialectName } from '../../../../compiler/schema/dialect.ts'
import { otherThan } from '../../../checks/targets.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { isInPrimaryKey } from '../text/find-line.ts'
import { limitTo } from '../text/limit.ts'
import { up } from '../text/nodes.ts'

/** Limits the line, the column or the object to the database that has what it needs. */
export function limit(isPreferred = false): Fixer {
  return at => {
    const lacking = fact(at, 'dialect')
    const only = (fact(at, 'only') ?? (lacking === undefined ? undefined : otherThan(lacking as DialectName))) as
      | DialectName
      | undefined
    if (only === undefined || /has no SQL/.test(at.diagnostic.message)) return []
    return fix(`Limit it: \`only ${only}\``, limitTo(at.parsed, at.node, only), isPreferred)
  }
}

/** Limits a line of its own to one database; with a pattern, where the diagnostic stands at such a text. */
export function limitLine(only: DialectName, place = /^/): Fixer {
  return ({ parsed, node, text }) => {
    const line = up(node, 'UniqueMember', 'IndexMember')
    return line === undefined || !place.test(text) ? [] : fix(`Limit it: \`only ${only}\``, limitTo(parsed, node, only))
  }
}

/** Limits the column to one database. */
export function limitColumn(only: DialectName): Fixer {
  return ({ model, parsed, node }) => {
    const column = up(node, 'ColumnDeclaration')
    return column === undefined || isInPrimaryKey(model, column)
      ? []
      : fix(`Limit the column: \`only ${only}\``, limitTo(parsed, column, only))
  }
}
