import type { Sql } from '../../../schema/dialect.ts'
import { nameText, type QName } from '../../../schema/name.ts'
import type { Trigger, View } from '../../../schema/objects.ts'
import { triggerKey } from '../../../schema/schema.ts'
import { sameDialectSql } from '../../../sql/same.ts'
import { followValues } from '../../../steps/follow/rename-enum-values.ts'
import { type FieldRenames, followFields } from '../../../steps/follow/rename-fields.ts'
import type { AlterEnum } from '../../../steps/step.ts'
import type { Rendering } from './rendering.ts'
import { columnsIn, outputsOf } from './view-columns.ts'

/**
 * Notes what the views and triggers that are there say once an enum has other values: Postgres keeps a value by its row in pg_enum, and
 * shows it under the name that it has.
 */
export function noteFollowedValues(work: Rendering, step: AlterEnum): void {
  if (step.renames.length > 0) noteFollowed(work, (sql, table) => followValues(work.live, step, sql, table))
}

/** The same once a composite type has other names for its fields, which Postgres keeps by their numbers; what a view's columns are called stays. */
export function noteFollowedFields(work: Rendering, renamed: FieldRenames): void {
  const outputs = (sql: Sql) => outputsOf({ sql }, columnsIn(work.live))?.join()
  noteFollowed(work, (sql, table) => {
    const followed = followFields(work.live, renamed, sql, table)
    return table === undefined && outputs(followed) !== outputs(sql) ? sql : followed
  })
}

type Follow = (sql: Sql, table?: QName) => Sql

function noteFollowed(work: Rendering, change: Follow): void {
  for (const [key, view] of work.live.views) {
    const followed = follow(work, view, change)
    if (isAsSaid(followed, work.draft.views.get(key))) work.live.views.set(key, followed)
  }
  for (const [key, trigger] of work.live.triggers) {
    const followed = follow(work, trigger, change, trigger.table)
    if (isAsSaid(followed, work.draft.triggers.get(key))) work.live.triggers.set(key, followed)
  }
}

/** Whether a step that stands before the one of the enum has said so already, as it does on the way back. */
function isAsSaid(followed: View | Trigger, said: View | Trigger | undefined): boolean {
  return said !== undefined && sameDialectSql(followed.sql, said.sql)
}

function follow<T extends View | Trigger>(work: Rendering, one: T, change: Follow, table?: QName): T {
  const now = (work.followed.get(one) as T | undefined) ?? one
  const followed = { ...now, sql: change(now.sql, table) }
  work.followed.set(one, followed)
  return followed
}

/** Takes it that the database holds a view as it followed the names of values. */
export function takeFollowedView(work: Rendering, name: QName): void {
  const key = nameText(name)
  const live = work.live.views.get(key)
  const followed = live && (work.followed.get(live) as View | undefined)
  if (followed !== undefined) work.live.views.set(key, followed)
}

/** The same of a trigger. */
export function takeFollowedTrigger(work: Rendering, trigger: Pick<Trigger, 'table' | 'name'>): void {
  const key = triggerKey(trigger)
  const live = work.live.triggers.get(key)
  const followed = live && (work.followed.get(live) as Trigger | undefined)
  if (followed !== undefined) work.live.triggers.set(key, followed)
}
