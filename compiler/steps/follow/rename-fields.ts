import { mapDialects, type Sql } from '../../schema/dialect.ts'
import type { QName } from '../../schema/name.ts'
import { sameName } from '../../schema/name.ts'
import type { CompositeObject } from '../../schema/objects/composite.ts'
import { type baseType, typeObject } from '../../schema/objects/type-object.ts'
import type { Draft } from '../../schema/schema.ts'
import { type Code, isName, isSign, readCode } from '../../sql/code.ts'
import { applyEdits, type Edit } from '../../sql/edits.ts'
import { mentions } from '../../sql/mentions.ts'
import { sqlName } from '../../sql/name-text.ts'
import type { SqlToken } from '../../sql/tokens.ts'
import type { AlterObject } from '../step.ts'
import { columnsIn } from './literals-in-statements.ts'

/** A composite type as it was, and the fields that get other names. */
export interface FieldRenames {
  readonly type: CompositeObject
  readonly renames: NonNullable<AlterObject['renames']>
}

/**
 * The statement of a view or of a trigger of a table with the fields renamed that it reads of columns: `(home).street`. Postgres keeps them by
 * their numbers.
 */
export function followFields(draft: Draft, renamed: FieldRenames, sql: Sql, table?: QName): Sql {
  return mapDialects(sql, text => {
    if (!renamed.renames.some(({ from }) => mentions(text, from))) return text
    const code = readCode(text)
    const edits = [...draft.objects.values()].flatMap(object => {
      if (object.kind !== 'composite') return []
      const isColumn = columnsIn(draft, text, ({ type }) => isOf(draft, type.postgres ?? type.all, object), table)
      return isColumn === undefined ? [] : fieldsRead(draft, renamed, code, object, isColumn)
    })
    return edits.length === 0 ? text : applyEdits(text, edits)
  })
}

type Type = Parameters<typeof baseType>[1]

function isOf(draft: Draft, type: Type | undefined, object: CompositeObject): boolean {
  return type !== undefined && compositeOf(draft, type)?.name === object.name
}

/** The composite type that values of a type are of. */
function compositeOf(draft: Draft, type: Type): CompositeObject | undefined {
  if (type.kind !== 'enum') return undefined
  const object = typeObject(draft, type.name)
  if (object?.kind === 'composite') return object
  if (object?.kind !== 'domain') return undefined
  const of = object.type.postgres ?? object.type.all
  return of && compositeOf(draft, of)
}

function fieldsRead(
  draft: Draft,
  { type, renames }: FieldRenames,
  code: Code,
  start: CompositeObject,
  isColumn: (name: string) => boolean,
): readonly Edit[] {
  const edits: Edit[] = []
  code.tokens.forEach((token, at) => {
    if (!isName(code, at) || !isColumn(token.value)) return
    let first = startOfPath(code, at)
    let next = at + 1
    let held: CompositeObject | undefined = start
    let isBracketed = false
    while (held !== undefined) {
      if (isSign(code, next, ')') && isSign(code, first - 1, '(')) {
        isBracketed = true
        first--
        next++
        continue
      }
      const field: SqlToken | undefined = isName(code, next + 1) ? code.tokens[next + 1] : undefined
      if (!isBracketed || field === undefined || !isSign(code, next, '.')) return
      const isRenamed = sameName(held.name, type.name)
      const rename = isRenamed ? renames.find(({ from }) => from === field.value) : undefined
      if (rename !== undefined) edits.push({ start: field.start, end: field.end, text: sqlName(rename.to) })
      held = typeOfField(draft, isRenamed ? type : held, field.value)
      next += 2
    }
  })
  return edits
}

function typeOfField(draft: Draft, { fields }: CompositeObject, name: string): CompositeObject | undefined {
  const found = fields.find(one => one.name === name)
  const of = found && (found.type.postgres ?? found.type.all)
  return of && compositeOf(draft, of)
}

/** The place of the first name of a path. */
function startOfPath(code: Code, at: number): number {
  let first = at
  while (isSign(code, first - 1, '.') && isName(code, first - 2)) first -= 2
  return first
}
