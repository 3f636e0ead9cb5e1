import type { Column } from '../../schema/column.ts'
import type { DialectName } from '../../schema/dialect.ts'
import { nameText, type QName } from '../../schema/name.ts'
import type { Draft } from '../../schema/schema.ts'
import { foldName } from '../../sql/name-text.ts'
import { namesInSql } from '../../sql/routine/body-names.ts'
import { objectDefinition } from '../objects/definitions.ts'
import { NO_EDITS } from '../objects/names.ts'
import { mapObjects } from './follow-objects.ts'

/** A text with the literals renamed that stand beside columns of the enum. */
type Rename = (sql: string, isColumn: (name: string) => boolean) => string

/** Whether a column is of the enum. */
type Holds = (column: Column) => boolean

const GIVEN_NAME = /\bas\s+(?:"([^"]+)"|([a-z_]\w*))/gi

/** Renamed values reach the literals beside columns of the enum in materialized views, policies and rules, which change where they stand in the plan. Views and triggers change at its end. */
export function renameInStatements(draft: Draft, holds: Holds, rename: Rename): void {
  const edit = (text: string, _dialect?: DialectName | 'all', of?: QName) => {
    const isColumn = columnsIn(draft, text, holds, of)
    return isColumn === undefined ? text : rename(text, isColumn)
  }
  mapObjects(draft, object => {
    if (object.kind !== 'materialized view' && object.kind !== 'policy' && object.kind !== 'rule') return object
    const of = object.kind === 'materialized view' ? object.name : object.table
    return objectDefinition(object).follow(object as never, {
      ...NO_EDITS,
      sql: (text, dialect) => edit(text, dialect, of),
    })
  })
}

/**
 * Which names are surely columns of the enum in a statement: no other table that it reads has one of that name and another type, and
 * nothing else in it gets that name by `as`.
 */
export function columnsIn(
  draft: Draft,
  text: string,
  holds: Holds,
  of: QName | undefined,
): ((name: string) => boolean) | undefined {
  const { relations } = namesInSql(text)
  const tables = [...relations, ...(of === undefined ? [] : [of])].flatMap(name => tableOf(draft, name) ?? [])
  const held = new Set<string>()
  const others = new Set<string>()
  for (const { columns } of tables) for (const column of columns) (holds(column) ? held : others).add(column.name)
  if (held.size === 0) return undefined
  for (const [, quoted, plain] of text.matchAll(GIVEN_NAME)) others.add(quoted ?? foldName(plain!))
  return name => held.has(name) && !others.has(name)
}

function tableOf(draft: Draft, name: QName) {
  return (
    draft.tables.get(nameText(name)) ??
    (name.schema === 'public' ? draft.tables.get(nameText({ name: name.name })) : undefined)
  )
}
