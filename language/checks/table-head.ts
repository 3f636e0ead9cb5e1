import type { TableDeclaration } from '../generated/ast.ts'
import type { Check } from './check.ts'
import { targetsOf } from './targets.ts'
import { isAtLeast, leastVersion } from './version.ts'

/** Tables that SQLite refuses: without columns, without rowid and key, strict before it knew the word. */
export const checkTableHeads: Check = (subject, report) => {
  for (const { node, key, table, columns, keys, isWhole } of subject.scope.tables) {
    if (!targetsOf(subject, table.only).includes('sqlite')) continue
    const place = { node, property: 'name' }
    if (columns.size === 0 && !mayHaveColumns(node) && isWhole) {
      const message = `The table \`${key}\` has no columns, which SQLite does not allow.`
      report.error({ code: 'MIG189', message, remedy: 'Give it a column, or limit it: `only postgres`.', place })
    }
    if (node.withoutRowid && isWhole && !keys.some(line => line.kind === 'primary' && line.only !== 'postgres')) {
      const message = `A table without rowid needs a primary key, and \`${key}\` has none.`
      const remedy = 'Give it a primary key, or leave `without rowid` out.'
      report.error({ code: 'MIG189', message, remedy, place: { node, property: 'withoutRowid' } })
    }
    const least = leastVersion(subject, 'sqlite')
    if (!node.strict || least === undefined || isAtLeast(least, '3.37')) continue
    const message = `A strict table needs SQLite 3.37, and the project runs on ${least}.`
    const remedy = 'Leave `strict` out, or write `targets sqlite 3.37`.'
    const data = { dialect: 'sqlite', version: '3.37' }
    report.error({ code: 'MIG196', message, remedy, place: { node, property: 'strict' }, data })
  }
}

/** What is wrong with a column or a mixin is said where it stands. */
function mayHaveColumns(node: TableDeclaration): boolean {
  return (node.members ?? []).some(({ $type }) => $type === 'ColumnDeclaration' || $type === 'IncludeMember')
}
