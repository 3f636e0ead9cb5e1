import type { Sql } from '../../../../compiler/schema/dialect.ts'
import { quoteName } from '../../../../compiler/schema/name.ts'
import type { ColumnSubject, TableSubject } from '../../../checks/subject.ts'
import { writeSql } from '../../../print/parts.ts'
import { type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { addHint, addModifier, markNullable, removeModifiers } from '../text/column-parts.ts'
import { memberAt } from './object-key.ts'

interface Found {
  readonly table: TableSubject
  readonly line: ColumnSubject
}

/** The column that a hazard is about. */
export function columnOfHazard(at: FixAt): Found | undefined {
  const object = memberAt(at)
  const table = object && at.model.subject.tables.get(object.in)
  const line = table?.columns.get(object?.name ?? '')
  return table === undefined || line === undefined ? undefined : { table, line }
}

/** A value for the rows that are there, or none for them. */
export const giveRowsAValue: Fixer = at => {
  const found = columnOfHazard(at)
  if (found === undefined) return []
  const { line } = found
  const { parsed } = line.context
  const name = quoteName(line.column.name)
  const value = isBound(found) ? undefined : fact(at, 'value')
  const isNew = at.diagnostic.code === 'MIG204'
  return [
    ...(value === undefined
      ? []
      : fix(`Add \`backfill ${value}\` for the rows that are there`, addHint(parsed, line.node, `backfill ${value}`))),
    ...fix(`Let ${name} be null`, markNullable(parsed, line.node)),
    ...(value === undefined || !isNew
      ? []
      : fix(`Add \`default ${value}\``, addModifier(parsed, line.node, `default ${value}`))),
  ]
}

/** Whether one value for all rows would break a key. */
function isBound({ table, line }: Found): boolean {
  const { name, type } = line.column
  const isUuid = Object.values(type).every(one => one?.kind === 'builtin' && one.name === 'uuid')
  return table.keys.some(
    key => key.columns.includes(name) && (key.kind === 'foreign' || (key.columns.length === 1 && !isUuid)),
  )
}

/** Says how values of the old type become values of the new one, and back. */
export const addConversion: Fixer = at => {
  const found = columnOfHazard(at)
  const { convert, revert, stale } = at.diagnostic.data ?? {}
  if (found === undefined || !isSql(convert) || !isSql(revert)) return []
  const { node, context } = found.line
  const has = node.modifiers.some(({ $type }) => $type === 'ConvertModifier')
  const back = `revert ${writeSql(revert, '')}`
  if (has && !stale) return fix('Add `revert` with an expression to begin with', addHint(context.parsed, node, back))
  const old = removeModifiers(context.parsed, node, 'ConvertModifier', 'RevertModifier')
  const both = `convert ${writeSql(convert, '')} ${back}`
  const title = stale
    ? 'Write another `convert` and `revert`, to begin with'
    : 'Add `convert` and `revert`, to begin with'
  return fix(title, [...old, ...addHint(context.parsed, node, both)])
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null
}

/** Takes a conversion away that an earlier revision has made. */
export const removeConversion: Fixer = at => {
  const found = columnOfHazard(at)
  if (found === undefined) return []
  const { node, context } = found.line
  return fix(
    'Remove `convert`: values turn by themselves',
    removeModifiers(context.parsed, node, 'ConvertModifier', 'RevertModifier'),
  )
}
