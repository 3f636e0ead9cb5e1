import { nameText } from '../../compiler/schema/name.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import { type GrantObject, grantPlace } from '../../compiler/schema/objects/grant.ts'
import { objectKey } from '../../compiler/schema/objects/object-key.ts'
import { inputTypes } from '../../compiler/schema/objects/routine.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import type { Subject } from './subject.ts'

/** What grants, policies and rules are on, and the columns that grants name. Something else can have made it, so that this is no error. */
export const checkGrantTargets: Check = (subject, report) => {
  let known: ReadonlySet<string> | undefined
  for (const object of subject.schema.objects.values()) {
    const target = targetOf(object)
    if (target === undefined) continue
    known ??= namesOf(subject)
    if (!known.has(target)) unknown(target, object, known, subject, report)
    else if (object.kind === 'grant') checkColumns(object, subject, report)
  }
}

/** What it is on, as `on` calls it; undefined for what no project declares. */
function targetOf(object: DbObject): string | undefined {
  if (object.kind === 'policy' || object.kind === 'rule') return `on ${nameText(object.table)}`
  if (object.kind !== 'grant') return undefined
  const isOfServer = object.on === 'database' || object.on === 'language' || object.on.startsWith('foreign ')
  if (isOfServer || object.name.schema === 'pg_catalog') return undefined
  return object.on === 'schema' && object.name.name === 'public' ? undefined : grantPlace(object)
}

function namesOf({ schema }: Subject): ReadonlySet<string> {
  const names = new Set<string>()
  for (const key of [...schema.tables.keys(), ...schema.views.keys()]) names.add(`on ${key}`)
  for (const key of schema.enums.keys()) names.add(`on type ${key}`)
  for (const name of schema.schemas.keys()) names.add(`on schema ${nameText({ name })}`)
  for (const object of schema.objects.values()) {
    if ('arguments' in object) {
      const on = object.kind === 'procedure' ? 'procedure' : 'function'
      names.add(grantPlace({ name: object.name, on, types: inputTypes(object as never) }))
    }
    for (const { space, name } of objectDefinition(object).provides(object as never)) {
      if (space === 'type') names.add(`on type ${nameText(name)}`)
      if (space === 'relation') names.add(`on ${object.kind === 'sequence' ? 'sequence ' : ''}${nameText(name)}`)
    }
  }
  return names
}

function unknown(
  target: string,
  object: DbObject,
  known: ReadonlySet<string>,
  { sources, schema }: Subject,
  report: CheckReport,
): void {
  const place = sources.objects.get(objectKey(object))
  // A sequence of a serial or identity column is declared by its column.
  const isMade = target.startsWith('on sequence ') && [...schema.tables.keys()].some(key => target.includes(`${key}_`))
  if (place === undefined || isMade) return
  const [name, all] = [target.slice('on '.length), [...known].map(one => one.slice('on '.length))]
  const meant = meantBy(name, all)
  const message = `The project declares no \`${name}\`.`
  const remedy = didYouMean(meant, 'Declare it, or leave this as it is when something else makes it.')
  report.warning({ code: 'MIG183', message, remedy, place, data: { name, ...(meant !== undefined && { meant }) } })
}

function checkColumns(grant: GrantObject, { schema, sources, tables }: Subject, report: CheckReport): void {
  const key = nameText(grant.name)
  const place = sources.objects.get(objectKey(grant))
  const columns = tables.get(key)?.isWhole ? schema.tables.get(key)?.columns.map(({ name }) => name) : undefined
  if (grant.on !== 'table' || columns === undefined || place === undefined) return
  for (const name of new Set(grant.privileges.flatMap(one => one.columns ?? []))) {
    if (columns.includes(name)) continue
    const meant = meantBy(name, columns)
    const message = `The table \`${key}\` has no column \`${name}\`.`
    const remedy = didYouMean(meant, `Add the column to \`${key}\`, or name another.`)
    report.error({ code: 'MIG182', message, remedy, place, data: { name, ...(meant !== undefined && { meant }) } })
  }
}
