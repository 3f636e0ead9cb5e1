import { DIALECTS, type DialectName, dialectTitle, forDialect, isFor } from '../schema/dialect.ts'
import { nameText, quoteName } from '../schema/name.ts'
import type { DbObject } from '../schema/objects/db-object.ts'
import type { Extension } from '../schema/objects.ts'
import { droppedLoss, nullsLoss, valuesLoss } from './column-loss.ts'
import { lossyMoves } from './enum-moves.ts'
import { withFieldNames } from './objects/composite.ts'
import { objectDefinition } from './objects/definitions.ts'
import type { AlterEnum, Step, StepOf } from './step.ts'

/**
 * What a step loses in one database that its inverse cannot bring back, as a sentence without its full stop; undefined when
 * it loses nothing there. Without a dialect: what it loses in any. The marks in SQL files, the JSON and the hazards all say it
 * with these words. A change of type with `convert` and `revert` counts as lossless: whoever wrote the pair answers for it.
 */
export function lossOf(step: Step, dialect?: DialectName): string | undefined {
  const losses = dialect === undefined ? lossesAnywhere(step) : lossesIn(step, dialect)
  return losses.length === 0 ? undefined : losses.join('; ')
}

/** A loss of an alteration that only one database has says in which. */
function lossesAnywhere(step: Step): readonly string[] {
  const where = new Map<string, DialectName[]>()
  for (const dialect of DIALECTS) {
    for (const loss of lossesIn(withoutNames(step, dialect), dialect))
      where.set(loss, [...(where.get(loss) ?? []), dialect])
  }
  const shared = step.kind !== 'alter table' && step.kind !== 'alter column'
  return [...where].map(([loss, dialects]) =>
    shared || dialects.length > 1 ? loss : `${loss} in ${dialectTitle(dialects[0]!)}`,
  )
}

/** A step alone does not know what a domain is made of, and SQLite keeps the values of one as those of its base. */
function withoutNames(step: Step, dialect: DialectName): Step {
  if (step.kind !== 'alter column' || dialect !== 'sqlite') return step
  const [from, to] = [forDialect(step.from.type, dialect), forDialect(step.to.type, dialect)]
  const isUnknown = (from?.kind === 'enum') !== (to?.kind === 'enum')
  return isUnknown ? { ...step, to: { ...step.to, type: step.from.type } } : step
}

function lossesIn(step: Step, dialect: DialectName): readonly string[] {
  switch (step.kind) {
    case 'drop table':
      return isFor(step.table, dialect) ? [`all rows of ${nameText(step.table.name)}`] : []
    case 'alter table':
      return present(tableLoss(step, dialect))
    case 'drop column':
      return present(droppedLoss(step, dialect))
    case 'alter column':
      return present(valuesLoss(step, dialect), nullsLoss(step, dialect))
    case 'alter enum':
      return isFor(step.from, dialect) && isFor(step.to, dialect) ? present(enumLoss(step)) : []
    case 'drop extension':
      return present(extensionLoss(step.extension, dialect))
    case 'alter extension':
      return isFor(step.to, dialect) ? [] : present(extensionLoss(step.from, dialect))
    case 'drop object':
      return present(objectLoss(step.object, dialect))
    case 'alter object':
      return present(isFor(step.to, dialect) ? changeLoss(step, dialect) : objectLoss(step.from, dialect))
    default:
      return []
  }
}

function present(...losses: readonly (string | undefined)[]): readonly string[] {
  return losses.filter(loss => loss !== undefined)
}

/** A table that is for other databases from now on is dropped in this one. */
function tableLoss({ table, from, to }: StepOf<'alter table'>, dialect: DialectName): string | undefined {
  const goes = isFor(from, dialect) && !isFor(to, dialect)
  return goes ? `all rows of ${nameText(table)}` : undefined
}

function enumLoss(step: AlterEnum): string | undefined {
  const moved = lossyMoves(step)
  if (moved.length === 0) return undefined
  const parts = moved.map(move => `${quoted(move.value)} (now ${quoted(move.to)})`)
  return `which rows held ${parts.join(', ')} of ${nameText(step.from.name)}`
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** SQLite holds nothing of the family but what is given by its own SQL. */
function objectLoss(object: DbObject, dialect: DialectName): string | undefined {
  if ((dialect !== 'postgres' && object.kind !== 'object') || !isFor(object, dialect)) return undefined
  return objectDefinition(object).loss?.(object as never, dialect)
}

function changeLoss(step: StepOf<'alter object'>, dialect: DialectName): string | undefined {
  const { to, renames = [], convert } = step
  if (convert !== undefined && forDialect(convert, dialect) !== undefined) return undefined
  const from = step.from.kind === 'composite' ? withFieldNames(step.from, renames) : step.from
  if ((dialect !== 'postgres' && from.kind !== 'object') || !isFor(from, dialect) || from.kind !== to.kind)
    return undefined
  return objectDefinition(from).lossOfChange?.(from as never, to as never, dialect)
}

/** Only Postgres has extensions; `create extension if not exists` does not say whose it was. */
function extensionLoss(extension: Extension, dialect: DialectName): string | undefined {
  if (dialect !== 'postgres' || !isFor(extension, dialect)) return undefined
  return `extension ${quoteName(extension.name)} and what it keeps, even if it was there before it was asked for here`
}
