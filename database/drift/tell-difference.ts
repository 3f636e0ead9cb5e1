import type { Column, Generated } from '../../compiler/schema/column.ts'
import type { Sql } from '../../compiler/schema/dialect.ts'
import type { Enum } from '../../compiler/schema/objects.ts'
import type { TableHead } from '../../compiler/schema/table.ts'
import { sameDialectSql } from '../../compiler/sql/same.ts'
import {
  sameConstraintDefinition,
  sameGenerated,
  sameIndexDefinition,
  sameParameters,
  sameType,
  sameValue,
} from '../../compiler/steps/same.ts'
import type { Step } from '../../compiler/steps/step.ts'
import { catalogType, catalogValue, constraintText, identityText, indexText, parametersText } from './member-text.ts'
import { objectClauses } from './object-clauses.ts'
import { showTexts } from './show-texts.ts'
import { firingClauses, viewClauses } from './view-clauses.ts'

/** In what an object that is there is not as wanted: clauses whose subject is the object; the steps are those about it alone. */
export function tellDifference(steps: readonly Step[]): readonly string[] {
  const [dropped] = steps.filter(step => step.kind === 'drop constraint' || step.kind === 'drop index')
  return steps.flatMap((step): readonly string[] => {
    switch (step.kind) {
      case 'alter column':
        return columnClauses(step.from, step.to)
      case 'add constraint':
        return dropped?.kind === 'drop constraint'
          ? [`it is ${showTexts(constraintText(dropped.constraint), constraintText(step.constraint))}`]
          : []
      case 'add index':
        return dropped?.kind === 'drop index'
          ? [`it is ${showTexts(indexText(dropped.index), indexText(step.index))}`]
          : []
      case 'alter enum':
        return enumClauses(step.from, step.to)
      case 'alter view':
        return [
          ...textClause('its query is', step.from.sql, step.to.sql),
          ...viewClauses(step.from, step.to),
          ...commentClause(step.from, step.to),
        ]
      case 'alter trigger':
        return [
          ...firingClauses(step.from, step.to),
          ...textClause('it is', step.from.sql, step.to.sql),
          ...commentClause(step.from, step.to),
        ]
      case 'alter object':
        return [...objectClauses(step.from, step.to), ...commentClause(step.from, step.to)]
      case 'alter table':
        return [...headClauses(step.from, step.to), ...commentClause(step.from, step.to)]
      case 'alter extension':
        return [
          ...(step.from.schema === step.to.schema
            ? []
            : [
                `it lies in ${showTexts(step.from.schema ?? 'the default schema', step.to.schema ?? 'the default schema')}`,
              ]),
          ...commentClause(step.from, step.to),
        ]
      case 'alter constraint':
        return [
          ...(sameConstraintDefinition(step.from, step.to)
            ? []
            : [`it is ${showTexts(constraintText(step.from), constraintText(step.to))}`]),
          ...commentClause(step.from, step.to),
        ]
      case 'alter index':
        return [
          ...(sameIndexDefinition(step.from, step.to)
            ? []
            : [`it is ${showTexts(indexText(step.from), indexText(step.to))}`]),
          ...commentClause(step.from, step.to),
        ]
      case 'alter schema':
        return commentClause(step.from, step.to)
      case 'rename constraint':
      case 'rename index':
        return [`its name there is ${step.from}`]
      default:
        return []
    }
  })
}

/** Whether steps change nothing but comments. */
export function isCommentOnly(steps: readonly Step[]): boolean {
  const clauses = tellDifference(steps)
  return clauses.length > 0 && clauses.every(clause => clause.startsWith(COMMENT))
}

const COMMENT = 'its comment'

function columnClauses(from: Column, to: Column): readonly string[] {
  const [old, type] = [from.type.all!, to.type.all!]
  return [
    ...(sameType(old, type) ? [] : [`its type is ${showTexts(catalogType(old), catalogType(type))}`]),
    ...(from.nullable === to.nullable ? [] : [from.nullable ? 'it may be null' : 'it may not be null']),
    ...(sameValue(from.default, to.default) ? [] : [optional('default', from.default, to.default, catalogValue)]),
    ...(sameGenerated(from.generated, to.generated)
      ? []
      : [optional('expression', from.generated, to.generated, generatedText)]),
    ...(same(from.identity, to.identity) ? [] : [optional('identity', from.identity, to.identity, identityText)]),
    ...propertyClauses(from, to),
    ...(from.collate === to.collate ? [] : [optional('collation', from.collate, to.collate, name => name)]),
    ...commentClause(from, to),
  ]
}

function propertyClauses(from: Column, to: Column): readonly string[] {
  const words = { storage: 'storage', compression: 'compression', statistics: 'statistics target' } as const
  const plain = (Object.keys(words) as (keyof typeof words)[]).flatMap(key =>
    from[key] === to[key] ? [] : [optional(words[key], from[key], to[key], String)],
  )
  return [
    ...plain,
    ...(sameParameters(from.with, to.with) ? [] : [optional('list of options', from.with, to.with, parametersText)]),
    ...(from.nullConflict === to.nullConflict
      ? []
      : [optional('conflict clause', from.nullConflict, to.nullConflict, String)]),
  ]
}

function same(one: unknown, two: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(two)
}

function generatedText({ sql, stored }: Generated): string {
  return `${sql.all ?? ''} ${stored ? 'stored' : 'virtual'}`
}

function optional<T>(what: string, from: T | undefined, to: T | undefined, text: (value: T) => string): string {
  if (from !== undefined && to !== undefined) return `its ${what} is ${showTexts(text(from), text(to))}`
  if (from === undefined) return `it has no ${what} \`${text(to!)}\``
  return `it has a ${what} of its own, \`${text(from)}\``
}

function textClause(words: string, from: Sql, to: Sql): readonly string[] {
  return sameDialectSql(from, to) ? [] : [`${words} ${showTexts(from.all ?? '', to.all ?? '')}`]
}

interface Commented {
  readonly comment?: string
}

function commentClause(from: Commented, to: Commented): readonly string[] {
  if (from.comment === to.comment) return []
  if (from.comment !== undefined && to.comment !== undefined)
    return [`${COMMENT} is ${showTexts(from.comment, to.comment)}`]
  return [to.comment === undefined ? `${COMMENT} is not from the revisions` : `${COMMENT} is not there`]
}

function enumClauses(from: Enum, to: Enum): readonly string[] {
  const lacks = to.values.filter(value => !from.values.includes(value))
  const more = from.values.filter(value => !to.values.includes(value))
  const moved = lacks.length === 0 && more.length === 0 && from.values.join('\0') !== to.values.join('\0')
  return [
    ...(lacks.length === 0 ? [] : [`it lacks ${lacks.join(', ')}`]),
    ...(more.length === 0 ? [] : [`it has ${more.join(', ')} besides`]),
    ...(moved ? [`its values stand in the order ${from.values.join(', ')}`] : []),
    ...commentClause(from, to),
  ]
}

function headClauses(from: TableHead, to: TableHead): readonly string[] {
  const words = {
    strict: 'strict',
    withoutRowid: 'without rowid',
    unlogged: 'unlogged',
    rowSecurity: 'under row security',
    forceRowSecurity: 'under row security for its owner',
  } as const
  const flags = (Object.keys(words) as (keyof typeof words)[]).flatMap(key => {
    if (from[key] === to[key]) return []
    return [from[key] ? `it is ${words[key]}` : `it is not ${words[key]}`]
  })
  const named = { tablespace: 'tablespace', using: 'access method', replicaIdentity: 'replica identity' } as const
  const texts = (Object.keys(named) as (keyof typeof named)[]).flatMap(key =>
    from[key] === to[key] ? [] : [optional(named[key], from[key], to[key], String)],
  )
  const parameters = sameParameters(from.with, to.with)
    ? []
    : [optional('list of storage parameters', from.with, to.with, parametersText)]
  return [...flags, ...texts, ...parameters]
}
