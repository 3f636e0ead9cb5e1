import type { Schema } from '../../compiler/schema/schema.ts'
import { constraintOf, type Table } from '../../compiler/schema/table.ts'

/**
 * A live schema whose constraints that are wanted valid and are not are taken for valid: a finding of their own tells of them,
 * since they are as the revisions make them but for the rows that nobody looked at.
 */
export function asChecked(live: Schema, wanted: Schema): Schema {
  const tables = new Map(live.tables)
  for (const [key, table] of live.tables) {
    const want = wanted.tables.get(key)
    if (want !== undefined && table.constraints.some(isUnchecked)) tables.set(key, checkedTable(table, want))
  }
  return { ...live, tables }
}

function checkedTable(table: Table, want: Table): Table {
  const constraints = table.constraints.map(one => {
    const wanted = constraintOf(want, one.name)
    if (!isUnchecked(one) || wanted === undefined || isUnchecked(wanted)) return one
    const { notValid: _notValid, ...rest } = one
    return rest
  })
  return { ...table, constraints }
}

function isUnchecked<T extends Table['constraints'][number]>(one: T): one is T & { readonly notValid: true } {
  return 'notValid' in one && one.notValid === true
}
