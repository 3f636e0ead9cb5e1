import type { ForeignKey } from '../../../schema/constraint.ts'
import { nameText } from '../../../schema/name.ts'
import type { Schema } from '../../../schema/schema.ts'
import type { Table } from '../../../schema/table.ts'
import { foldName } from '../../../sql/name-text.ts'
import type { Statement } from '../../dialect.ts'
import { isHere } from '../project/is-here.ts'
import { quoteString } from '../quote.ts'
import { guardStatements } from './guard.ts'
import type { Progress } from './progress.ts'
import { statement } from './statement.ts'

const OFF = 'foreign keys are off, or dropping the old form of a table would delete the rows that reference it'
const BEFORE = 'rows whose foreign keys are broken already'
const CHECK = 'no foreign key is broken that was not'
const ON = 'foreign keys are on again'

/** Puts around the statements what lets tables be dropped and made again while rows of others reference them. */
export function withKeysOff(progress: Progress, statements: readonly Statement[]): readonly Statement[] {
  if (!progress.tables.needsKeysOff) return statements
  const children = childrenToCheck(progress)
  return [
    { sql: 'pragma foreign_keys = off', about: OFF, transaction: false },
    ...(children.length === 0 ? [] : countBefore(progress, children)),
    ...statements,
    ...(children.length === 0 ? [] : compareAfter(children)),
    { sql: 'pragma foreign_keys = on', about: ON, transaction: false },
  ]
}

/** The tables at the end that were themselves affected or reference one that was. */
function childrenToCheck({ draft, tables }: Progress): readonly string[] {
  const isAffected = (name: string) => tables.affected.has(foldName(name))
  return [...draft.tables.values()].filter(isHere).flatMap(table => {
    const keys = foreignKeysHere(table)
    const concerned = isAffected(table.name.name) || keys.some(key => isAffected(key.target.name))
    return keys.length > 0 && concerned ? [table.name.name] : []
  })
}

function foreignKeysHere(table: Table): readonly ForeignKey[] {
  return table.constraints.filter(constraint => constraint.kind === 'foreign' && isHere(constraint)) as ForeignKey[]
}

function countBefore({ before, tables }: Progress, children: readonly string[]): readonly Statement[] {
  const old = new Map([...before.tables.values()].filter(isHere).map(table => [foldName(table.name.name), table]))
  const counts = children.flatMap(child => {
    const first = tables.names.get(foldName(child)) ?? child
    const table = tables.created.has(foldName(child)) ? undefined : old.get(foldName(first))
    if (table === undefined || !foreignKeysHere(table).every(key => hasParentKey(key, before))) return []
    return [`select ${quoteString(child)}, count(*) from pragma_foreign_key_check(${quoteString(first)})`]
  })
  return [
    statement('create temp table mig_broken_keys (child TEXT primary key, broken INTEGER)', BEFORE),
    ...counts.map(count => statement(`insert into temp.mig_broken_keys\n${count}`, BEFORE)),
  ]
}

/** The check stops with "foreign key mismatch" where the parent has no such key (foreignkeys.html#fk_indexes). */
function hasParentKey(key: ForeignKey, before: Schema): boolean {
  const parent = before.tables.get(nameText(key.target))
  if (parent === undefined) return true
  const wanted = [...key.targetColumns].sort().join('\0')
  const keys = parent.constraints.flatMap(one => (one.kind === 'primary' || one.kind === 'unique' ? [one.columns] : []))
  const indexes = parent.indexes.filter(index => index.unique && index.where === undefined)
  const columns = indexes.map(index => index.keys.map(item => item.column ?? ''))
  return [...keys, ...columns].some(names => [...names].sort().join('\0') === wanted)
}

function compareAfter(children: readonly string[]): readonly Statement[] {
  return [
    ...children.flatMap(child => guardStatements(brokenGuard(child), CHECK)),
    statement('drop table temp.mig_broken_keys', CHECK),
  ]
}

/** SQLite's own check answers rows and raises nothing (pragma.html#pragma_foreign_key_check). */
function brokenGuard(child: string): { message: string; count: string } {
  const name = quoteString(child)
  const old = `coalesce((select broken from temp.mig_broken_keys where child = ${name}), 0)`
  return {
    message: `MIG503: rows of ${child} reference rows that are not there`,
    count: `select count(*) - ${old}\nfrom pragma_foreign_key_check(${name})`,
  }
}
