import { nameText, type QName } from '../../schema/name.ts'
import { foldName } from '../../sql/name-text.ts'
import { readTokens } from '../../sql/tokens.ts'
import type { Step } from '../../steps/step.ts'
import type { SqlText } from './sql-texts.ts'
import { memberKey } from './touched.ts'

/** A name that SQL can no longer use after a step: a table or view, or a column of one. */
export interface Removed {
  readonly relation: QName
  readonly column?: string
}

/** What a step takes away from SQL that was written without it; `renames` count only for SQL that does not follow them. */
export function removedBy(step: Step, renames: boolean): readonly Removed[] {
  switch (step.kind) {
    case 'drop table':
      return [{ relation: step.table.name }]
    case 'drop view':
      return [{ relation: step.view.name }]
    case 'drop column':
      return [{ relation: step.table, column: step.column.name }]
    case 'rename table':
    case 'rename view':
      return renames ? [{ relation: step.from }] : []
    case 'drop object':
      return [{ relation: step.object.name }]
    case 'rename object':
      return renames ? [{ relation: step.from.name }] : []
    case 'rename column':
      return renames ? [{ relation: step.table, column: step.from }] : []
    default:
      return []
  }
}

/** The key of what is removed. */
export function removedKey({ relation, column }: Removed): string {
  return column === undefined ? nameText(relation) : memberKey(relation, column)
}

/** Whether SQL names what is removed. A column counts where its table is named too, or is the table that the SQL belongs to. */
export function usesRemoved({ sql, table }: SqlText, { relation, column }: Removed): boolean {
  const names = new Set(
    readTokens(sql)
      .filter(token => token.kind === 'name' || token.kind === 'quoted name')
      .map(token => foldName(token.value)),
  )
  const ofTable = table !== undefined && nameText(table) === nameText(relation)
  const named = names.has(foldName(relation.name))
  return column === undefined ? named : (ofTable || named) && names.has(foldName(column))
}
