import { nameText, type QName } from '../../compiler/schema/name.ts'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import { idOf, labelOf } from '../../compiler/schema/objects/object-key.ts'
import type {
  ExtensionDeclaration,
  ObjectDeclaration,
  SequenceDeclaration,
  TriggerDeclaration,
  ViewDeclaration,
} from '../generated/ast.ts'
import { readMember } from '../literals/name-literal.ts'
import type { Context } from '../lower/context.ts'
import { isObjectDeclaration } from '../lower/objects/lower-object.ts'
import type { Source } from '../sources.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import type { Subject } from './subject.ts'

/** Functions, sequences, views and the like: what they are said to rest on and belong to, and what cannot be told apart. */
export const checkFamily: Check = (subject, report) => {
  let known: ReadonlySet<string> | undefined
  const names = () => {
    known ??= namesThere(subject)
    return known
  }
  for (const { node, context } of subject.scope.declarations) {
    if (isObjectDeclaration(node) || DEPENDING.has(node.$type)) checkDepends(node as Depending, context, names, report)
    if (node.$type === 'SequenceDeclaration') checkOwner(node, context, subject, report)
  }
  checkOverloads(subject, report)
}

/** Every name that the project declares, and those of its extensions. */
function namesThere({ schema }: Subject): ReadonlySet<string> {
  const { tables, views, enums, objects, extensions, triggers } = schema
  const named: readonly QName[] = [
    ...[...tables.values(), ...views.values(), ...enums.values(), ...objects.values()].map(({ name }) => name),
    ...[...extensions.keys()].map(name => ({ name })),
    ...[...triggers.values()].map(({ name }) => ({ name })),
  ]
  return new Set(named.map(nameText))
}

const DEPENDING: ReadonlySet<string> = new Set(['ViewDeclaration', 'TriggerDeclaration', 'ExtensionDeclaration'])
type Depending = ObjectDeclaration | ViewDeclaration | TriggerDeclaration | ExtensionDeclaration

function checkDepends(node: Depending, context: Context, names: () => ReadonlySet<string>, report: CheckReport): void {
  for (const [index, written] of (node.depends ?? []).entries()) {
    const key = nameText(context.names.qualify(written))
    if (names().has(key) || names().has(written) || context.names.mayBeLost(written)) continue
    const meant = meantBy(key, names())
    const message = `The project declares nothing that is called \`${key}\`.`
    const remedy = didYouMean(meant, 'Remove it: an order is only needed among what the project declares.')
    const data = { name: key, ...(meant !== undefined && { meant }) }
    report.warning({ code: 'MIG134', message, remedy, place: { node, property: 'depends', index }, data })
  }
}

function checkOwner(node: SequenceDeclaration, context: Context, subject: Subject, report: CheckReport): void {
  for (const option of node.options ?? []) {
    if (option.kind !== 'owned' || option.value === undefined) continue
    const { of, member } = readMember(option.value)
    const key = nameText(context.names.qualify(nameText(of)))
    const table = subject.tables.get(key)
    const place = { node: option, property: 'value' }
    if (of.name === '') continue
    if (table === undefined) {
      const meant = meantBy(key, subject.tables.keys())
      const remedy = didYouMean(meant, `Declare it: \`table ${key} { … }\`.`)
      const data = { name: key, ...(meant !== undefined && { meant }) }
      report.error({ code: 'MIG122', message: `There is no table \`${key}\`.`, remedy, place, data })
    } else if (!table.columns.has(member) && table.isWhole) {
      const meant = meantBy(member, table.columns.keys())
      const message = `The table \`${key}\` has no column \`${member}\`.`
      const remedy = didYouMean(meant, `Add the column to \`${key}\`, or name another.`)
      const data = { name: member, ...(meant !== undefined && { meant }) }
      report.error({ code: 'MIG165', message, remedy, place, data })
    }
  }
}

/** ` (line 5)`, ` (other.mig:5)`. */
function placeText(source: Source | undefined, file: string): string {
  if (source === undefined) return ''
  const line = source.range.start.line + 1
  return source.file === file ? ` (line ${line})` : ` (${source.file.slice(source.file.lastIndexOf('/') + 1)}:${line})`
}

type Overloaded = Extract<DbObject, { readonly arguments: unknown }>

/** Two of one name for the same types, or that one call can mean both. */
function checkOverloads({ schema, sources }: Subject, report: CheckReport): void {
  const all = [...schema.objects.values()].filter((one): one is Overloaded => 'arguments' in one)
  for (const group of Map.groupBy(all, ({ name }) => nameText(name)).values()) {
    for (const [at, one] of group.entries()) {
      const other = group.slice(0, at).find(before => meetingCalls(before, one) !== undefined)
      const place = sources.objects.get(`${one.kind} ${labelOf(idOf(one))}`)
      if (other === undefined || place === undefined) continue
      const same = labelOf(idOf(one)) === labelOf(idOf(other))
      const label = labelOf(idOf(other))
      const given = meetingCalls(other, one)!
      const where = placeText(sources.objects.get(`${other.kind} ${label}`), place.file)
      if (same) {
        const message = `\`${label}\` is ${/^a/.test(other.kind) ? 'an' : 'a'} ${other.kind} already${where}: functions, procedures and aggregates share their names.`
        report.error({ code: 'MIG123', message, remedy: 'Rename or remove one of them.', place, data: { name: label } })
      } else {
        const message = `A call with ${given} ${given === 1 ? 'argument' : 'arguments'} can mean this as well as \`${label}\`${where}, and Postgres refuses it.`
        const remedy = 'Take a default away, or give one of them another name.'
        report.warning({ code: 'MIG134', message, remedy, place, data: { name: label } })
      }
    }
  }
}

/** The least number of arguments with which a call fits two routines alike; undefined where there is none. */
function meetingCalls(a: Overloaded, b: Overloaded): number | undefined {
  const [one, two] = [callOf(a), callOf(b)]
  const least = Math.max(one.least, two.least)
  const most = Math.min(one.types.length, two.types.length)
  if (least > most) return undefined
  return one.types.slice(0, least).every((type, at) => type === two.types[at]) ? least : undefined
}

function callOf({ arguments: list }: Overloaded): { readonly types: readonly string[]; readonly least: number } {
  const given = list.filter(({ mode }) => mode !== 'out')
  return { types: given.map(({ type }) => type), least: given.filter(one => one.default === undefined).length }
}
