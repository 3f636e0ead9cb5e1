import { type QName, withName } from '../../../schema/name.ts'
import type { ObjectId } from '../../../schema/objects/object-key.ts'
import type { OtherObject } from '../../../schema/objects/other.ts'
import { applyEdits } from '../../../sql/edits.ts'
import { pathText, readMade } from '../../../sql/object/made-thing.ts'
import { derivedDrop, type MadeByText, madeThings } from '../../../sql/object/made-things.ts'
import { meansThing, renameMade } from '../../../sql/object/names-in-object.ts'
import { sameSql } from '../../../sql/same.ts'
import { splitStatements } from '../../../sql/statements.ts'
import { quoteIdentifier } from '../quote.ts'
import type { PostgresObject } from './definition.ts'
import { inspectOthers, readTrial, TRIAL, wasDefault } from './inspect-others.ts'
import { WITHOUT_SCHEMA } from './own-other.ts'
import { changePublication } from './publication.ts'

/** What is given by its own SQL. It goes and comes again where its text changes: Postgres has `alter` for little of it. */
export const otherObject: PostgresObject<'object'> = {
  create: object => statementsOf(object.create.all!),
  drop: object => dropStatements(object).join(';\n'),
  change: (from, to) =>
    sameSql(from.create.all!, to.create.all!) ? [] : changePublication(from.create.all!, to.create.all!),
  rename: renameOther,
  commentOn: object => madeThings(object.create.all!)[0]?.target ?? '',
  project: object => object,
  parts: partsOf,
  trial: trialOf,
  readTrial,
  inspect: inspectOthers,
}

function statementsOf(text: string): readonly string[] {
  return splitStatements(text).map(one => one.text)
}

/** The statements that drop it. */
export function dropStatements({ create, drop }: OtherObject): readonly string[] {
  return drop === undefined ? (derivedDrop(create.all!) ?? []) : statementsOf(drop.all!)
}

/** What has no name of its own, or none that can be changed, has no statement either: only its label is another one. */
function renameOther({ name: from }: ObjectId, { name: to }: ObjectId, object: OtherObject): readonly string[] {
  return madeThings(object.create.all!).flatMap(({ what, name, label }) => {
    if (name === undefined || what === 'operator' || !meansThing(name, from)) return []
    const using = what.startsWith('operator ') ? label.slice(label.indexOf(' using ')) : ''
    const text = (one: QName) => `${what} ${pathText(one)}${using}`
    const moves = name.schema !== to.schema && !WITHOUT_SCHEMA.has(what) && from.schema !== to.schema
    return [
      ...(moves ? [`alter ${text(from)} set schema ${quoteIdentifier(to.schema ?? 'public')}`] : []),
      ...(from.name === to.name
        ? []
        : [`alter ${text(withName(to, from.name))} rename to ${quoteIdentifier(to.name)}`]),
    ]
  })
}

/** Each thing that it makes, under the name by which a catalog would show it; the comment is that of the first. */
function partsOf({ create, comment }: OtherObject): readonly OtherObject[] {
  return madeThings(create.all!).map((made, at) => ({
    kind: 'object',
    name: { name: made.label },
    create: { all: made.statements.join(';\n') },
    ...(at === 0 && comment !== undefined && { comment }),
  }))
}

/** Under another name, or in the place of what is there: what has no name gives way to it, in a transaction that is rolled back. */
function trialOf(object: OtherObject): OtherObject {
  const [made] = madeThings(object.create.all!)
  if (made === undefined) return object
  if (made.name === undefined || made.what === 'operator') return { ...object, create: { all: besideNothing(made) } }
  const name = WITHOUT_SCHEMA.has(made.what) ? { name: TRIAL } : { schema: 'pg_temp', name: made.name.name }
  const text = renameMade(object.create.all!, made.name, name)
  return { ...object, create: { all: wasDefault(text) ? text.replace(/\bdefault\s+for\s+type\b/i, 'for type') : text } }
}

function besideNothing({ what, target, statements }: MadeByText): string {
  if (what === 'operator') return statements.map(inTemporarySchema).join(';\n')
  return [`drop ${target.replace(/^(cast|user mapping|transform)/, '$1 if exists')}`, ...statements].join(';\n')
}

function inTemporarySchema(sql: string): string {
  const made = readMade(sql)
  const at = sql.indexOf(made?.name?.name ?? '')
  if (made?.name === undefined || at < 0) return sql
  const start = sql.slice(0, at).replace(/[\w"]+\.\s*$/, '').length
  return applyEdits(sql, [{ start, end: at, text: 'pg_temp.' }])
}
