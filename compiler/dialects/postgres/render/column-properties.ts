import type { Column, Storage } from '../../../schema/column.ts'
import { descendantsOf } from '../../../schema/inheritance.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import { columnOf } from '../../../schema/table.ts'
import type { Type } from '../../../schema/type.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { parameterChanges } from './index-text.ts'
import { emit, type Rendering } from './rendering.ts'

/** What `alter column` says to change how values are kept and counted; `retyped` where the type has changed just before. */
export function propertyActions(from: Partial<Column>, to: Column, retyped = false): readonly string[] {
  const storage = retyped ? undefined : from.storage
  const compression = retyped ? undefined : from.compression
  return [
    ...(storage === to.storage ? [] : [`set storage ${to.storage ?? usualStorage(to.type.all)}`]),
    ...(compression === to.compression ? [] : [`set compression ${to.compression ?? 'default'}`]),
    ...(from.statistics === to.statistics ? [] : [`set statistics ${to.statistics ?? '-1'}`]),
    ...parameterChanges(from.with, to.with),
  ]
}

const KEPT_IN_PLACE: ReadonlySet<string> = new Set(['decimal', 'inet', 'cidr'])

/** `set storage default` is there from 16 on; what has no usual one of its own cannot have another. */
function usualStorage(type: Type | undefined): Storage {
  return type?.kind === 'builtin' && KEPT_IN_PLACE.has(type.name) ? 'main' : 'extended'
}

/** The same for a table's partitions and heirs, to which Postgres takes neither compression nor parameters (ALTER TABLE, ALTER COLUMN). */
export function setHeirProperties(work: Rendering, table: QName, from: Partial<Column>, to: Column): void {
  const { with: parameters, compression } = from
  if (sameParameters(parameters, to.with) && compression === to.compression) return
  const before = { ...to, with: parameters, compression } as Partial<Column>
  for (const key of descendantsOf(work.live.tables, nameText(table))) {
    const heir = work.live.tables.get(key)!
    if (!columnOf(heir, to.name)?.inherited) continue
    const actions = propertyActions(before, to).map(action => `alter column ${quoteIdentifier(to.name)} ${action}`)
    emit(work, `alter table ${quoteQName(heir.name)} ${actions.join(', ')}`)
  }
}

function sameParameters(a: Column['with'], b: Column['with']): boolean {
  return parameterChanges(a, b).length === 0
}

/** Says of new columns what their definitions cannot, on every version of Postgres. */
export function setColumnProperties(work: Rendering, table: QName, columns: readonly Column[]): void {
  const actions = columns.flatMap(column =>
    propertyActions({}, column).map(action => `alter column ${quoteIdentifier(column.name)} ${action}`),
  )
  if (actions.length === 0) return
  const separator = actions.length === 1 ? ' ' : '\n  '
  emit(work, `alter table ${quoteQName(table)}${separator}${actions.join(`,${separator}`)}`)
}
