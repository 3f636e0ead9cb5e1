import type { QName } from '../../../schema/name.ts'
import type { Trigger, View } from '../../../schema/objects.ts'
import { foldName } from '../../../sql/name-text.ts'
import { relationUses } from '../../../sql/query-names.ts'
import { splitTriggerText } from '../../../sql/trigger-text.ts'
import { projectTrigger, projectView } from '../project.ts'
import { quoteIdentifier, quoteList } from '../quote.ts'

/** A view or trigger, seen as something that reads relations. */
export interface Dependent {
  readonly kind: 'view' | 'trigger'
  readonly name: string
  /** The folded name. */
  readonly key: string
  readonly create: string
  readonly drop: string
  /** The folded names of what it reads, and of the table a trigger is on. */
  readonly uses: ReadonlySet<string>
}

const views = new WeakMap<View, Dependent>()
const triggers = new WeakMap<Trigger, Dependent>()

/** What a view is to SQLite; undefined when it is not for SQLite. */
export function dependentView(view: View): Dependent | undefined {
  const known = views.get(view)
  const here = known === undefined ? projectView(view) : undefined
  if (here === undefined) return known
  const sql = withoutSemicolon(here.sql.all ?? '')
  const { name } = here.name
  const dependent: Dependent = {
    kind: 'view',
    name,
    key: foldName(name),
    create: `create view ${quoteIdentifier(name)}${here.columnNames ? ` (${quoteList(here.columnNames)})` : ''} as\n${sql}`,
    drop: `drop view ${quoteIdentifier(name)}`,
    uses: usedNames(sql),
  }
  views.set(view, dependent)
  return dependent
}

/** What a trigger is to SQLite; undefined when it is not for SQLite. */
export function dependentTrigger(trigger: Trigger): Dependent | undefined {
  const known = triggers.get(trigger)
  const here = known === undefined ? projectTrigger(trigger) : undefined
  if (here === undefined) return known
  const text = withoutSemicolon(here.sql.all ?? '')
  const { event, rest } = splitTriggerText(text)
  const table = here.table.name
  const dependent: Dependent = {
    kind: 'trigger',
    name: here.name,
    key: foldName(here.name),
    create: `create trigger ${quoteIdentifier(here.name)} ${event} on ${quoteIdentifier(table)}\n${rest}`,
    drop: `drop trigger ${quoteIdentifier(here.name)}`,
    uses: new Set([foldName(table), ...usedNames(text, here.table)]),
  }
  triggers.set(trigger, dependent)
  return dependent
}

function usedNames(sql: string, table?: QName): ReadonlySet<string> {
  return new Set(relationUses(sql, table && { table }).map(use => foldName(use.name)))
}

function withoutSemicolon(sql: string): string {
  return sql.trim().replace(/[;\s]+$/, '')
}
