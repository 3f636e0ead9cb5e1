import type { Column } from '../../../schema/column.ts'
import { nameText, type QName, sameName, withName } from '../../../schema/name.ts'
import type { DbObject } from '../../../schema/objects/db-object.ts'
import { objectKey } from '../../../schema/objects/object-key.ts'
import type { SequenceObject } from '../../../schema/objects/sequence.ts'
import { meansRelation } from '../../../sql/same-relation.ts'
import { sequenceTaken } from '../../../steps/sequence-handover.ts'
import { quoteIdentifier, quoteQName, quoteString } from '../quote.ts'
import { isNewIdentity, sequenceOf } from './identity-change.ts'
import { emit, type Rendering } from './rendering.ts'

/** A column of a table and what it is. */
interface Place {
  readonly table: QName
  readonly column: Column
}

/**
 * Frees the sequence of a default that goes away because the column becomes an identity, and gives the name under which it
 * can still be asked for its next number; undefined where it stays for others.
 */
export function freeSequence(work: Rendering, table: QName, from: Column, to: Column): QName | undefined {
  const taken = isNewIdentity(from, to) ? sequenceTaken(from) : undefined
  const sequence = taken && liveSequence(work, taken)
  if (
    sequence === undefined ||
    !work.leavingAhead.has(objectKey(sequence)) ||
    isTakenElsewhere(work, sequence.name, { table, column: from })
  )
    return undefined
  const { name, owner } = sequence
  if (owner !== undefined) emit(work, `alter sequence ${quoteQName(name)} owned by none`)
  work.live.objects.delete(objectKey(sequence))
  if (!sameName(name, sequenceOf(table, to))) return name
  const aside = withName(name, `_mig_${name.name}`)
  emit(work, `alter sequence ${quoteQName(name)} rename to ${quoteIdentifier(aside.name)}`)
  return aside
}

/** Lets an identity go on where a sequence stood, which then goes. */
export function takeOver(work: Rendering, table: QName, column: Column, sequence: QName): void {
  const identity = `pg_get_serial_sequence(${quoteString(quoteQName(table))}, ${quoteString(column.name)})`
  emit(work, `select setval(${identity}, nextval(${quoteString(quoteQName(sequence))}), false)`)
  emit(work, `drop sequence ${quoteQName(sequence)}`)
}

function liveSequence(work: Rendering, name: QName): SequenceObject | undefined {
  for (const object of work.live.objects.values())
    if (object.kind === 'sequence' && meansRelation(name, object.name)) return object
  return undefined
}

function isTakenElsewhere(work: Rendering, sequence: QName, place: Place): boolean {
  for (const table of work.live.tables.values()) {
    for (const column of table.columns) {
      if (column.name === place.column.name && sameName(table.name, place.table)) continue
      const taken = sequenceTaken(column)
      if (taken !== undefined && meansRelation(taken, sequence)) return true
    }
  }
  return false
}

/** Makes way for a sequence that has the name of an identity's, which its column gives up further on. */
export function makeWay(work: Rendering, object: DbObject): Place | undefined {
  if (object.kind !== 'sequence') return undefined
  const place = work.identitiesLeaving.get(nameText(object.name))
  if (place === undefined) return undefined
  if (sameName(sequenceOf(place.table, place.column), object.name)) {
    const aside = quoteIdentifier(`_mig_${object.name.name}`)
    emit(work, `alter sequence if exists ${quoteQName(object.name)} rename to ${aside}`)
  }
  return place
}

/** Lets a new sequence go on where the identity stands that gives way to it. */
export function goOn(work: Rendering, { name }: SequenceObject, { table, column }: Place): void {
  const lines = [
    `select setval(${quoteString(quoteQName(name))}, nextval(d.objid::regclass), false)`,
    'from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid',
    `where d.classid = 'pg_class'::regclass and d.deptype = 'i' and d.refobjid = ${quoteString(quoteQName(table))}::regclass and a.attname = ${quoteString(column.name)}`,
  ]
  emit(work, lines.join('\n'))
}
