import { plainType } from '../../../compiler/dialects/postgres/types/plain-type.ts'
import type { Column } from '../../../compiler/schema/column.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import { type Schema, triggerKey } from '../../../compiler/schema/schema.ts'
import { columnOf, indexOf } from '../../../compiler/schema/table.ts'
import type { Index } from '../../../compiler/schema/table-index.ts'
import type { Type } from '../../../compiler/schema/type.ts'
import type { Value } from '../../../compiler/schema/value.ts'
import { sameColumn, sameList, sameType } from '../../../compiler/steps/same.ts'
import type { Doubt } from './doubts.ts'
import type { Member } from './put-members.ts'

/**
 * What of a doubt remains when Postgres cannot be asked: the wanted member with those texts as they are there that
 * might mean the same. What differs for sure, differs still. Undefined where nothing is in doubt.
 */
export function inDoubtOnly({ kind, relation, name }: Doubt, live: Schema, wanted: Schema): Member | undefined {
  const key = nameText(relation)
  const there = live.tables.get(key)
  const want = wanted.tables.get(key)
  switch (kind) {
    case 'column': {
      const [found, asked] = [there && columnOf(there, name), want && columnOf(want, name)]
      return found && asked && doubtfulColumn(found, asked)
    }
    case 'index': {
      const [found, asked] = [there && indexOf(there, name), want && indexOf(want, name)]
      return found && asked && sameShape(found, asked) ? found : undefined
    }
    case 'constraint':
      return there?.constraints.find(one => one.name === name && (one.kind === 'check' || one.kind === 'exclude'))
    case 'trigger':
      return live.triggers.get(triggerKey({ table: relation, name }))
    case 'partition':
      return there
    case 'view':
      return live.views.get(key)
  }
}

function doubtfulColumn(found: Column, asked: Column): Column | undefined {
  const { default: value, generated, collate, ...rest } = asked
  const text = found.generated?.stored === generated?.stored ? found.generated : generated
  const known = differForSure(found.default, value) ? value : found.default
  const column: Column = {
    ...rest,
    type: isCertain(found.type.all!, asked.type.all!) ? asked.type : found.type,
    ...(known && { default: known }),
    ...(text && { generated: text }),
    ...((found.collate ?? collate) !== undefined && { collate: found.collate ?? collate! }),
  }
  return sameColumn(column, asked) ? undefined : column
}

/** Types that Mig knows have one spelling each. */
function isCertain(one: Type, two: Type): boolean {
  const isKnown = (type: Type): boolean => (type.kind === 'array' ? isKnown(type.of) : type.kind !== 'raw')
  const [a, b] = [plainType(one), plainType(two)]
  return isKnown(a) && isKnown(b) ? !sameType(a, b) : false
}

function differForSure(found: Value | undefined, asked: Value | undefined): boolean {
  if (found === undefined || asked === undefined) return found !== asked
  if (found.kind === 'number' && asked.kind === 'number') return Number(found.text) !== Number(asked.text)
  return found.kind === asked.kind && (found.kind === 'bool' || found.kind === 'enum value')
}

/** Whether two indexes may differ in the words of an expression, a condition or an option only. */
function sameShape(found: Index, asked: Index): boolean {
  return (
    found.unique === asked.unique &&
    found.using === asked.using &&
    found.nullsNotDistinct === asked.nullsNotDistinct &&
    (found.where === undefined) === (asked.where === undefined) &&
    sameList(found.include, asked.include) &&
    sameList(found.keys, asked.keys, (a, b) => a.column === b.column && a.desc === b.desc && a.nulls === b.nulls)
  )
}
