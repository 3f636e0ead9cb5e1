import { CompletionItemKind } from 'vscode-languageserver-types'
import { nameText } from '../../../../compiler/schema/name.ts'
import { idOf, labelOf } from '../../../../compiler/schema/objects/object-key.ts'
import { isNamedObjectKind, kindFacts } from '../../family.ts'
import type { NamedObjectKind } from '../../occurrence.ts'
import type { Candidate } from '../candidate.ts'
import { textOf } from '../grammar/reading.ts'
import type { Offer, Spot } from '../spot.ts'
import { ownColumns } from './columns.ts'
import { keyed, oldObjectOffer } from './old-names.ts'
import { tablesOf } from './targets.ts'
import { triggerTableOffer } from './trigger-tables.ts'

/** All that has a name of its own, after `depends on`. */
export const dependsOffer: Offer = spot => [...triggerTableOffer(spot), ...objectsOf(spot, () => true)]

/** What a view or an object was: those of its kind that the text has no more. */
export const oldFamilyOffer: Offer = spot => {
  const { scene, reads, rules } = spot
  if (textOf(reads, 'View.name') !== undefined) return oldObjectOffer('views', 'View.name')(spot)
  const [word = ''] = rules.flatMap(rule => OLD_KINDS[rule] ?? [])
  const now = scene.schema.objects
  return [...(scene.past?.objects.values() ?? [])]
    .filter(object => object.kind === word && !now.has(`${word} ${labelOf(idOf(object))}`))
    .map(object => ({ ...keyed(nameText(object.name), scene, CompletionItemKind.Class), rank: 0 }))
}

const OLD_KINDS: Readonly<Record<string, NamedObjectKind>> = {
  FunctionRule: 'function',
  ProcedureRule: 'procedure',
  AggregateRule: 'aggregate',
  SequenceRule: 'sequence',
  DomainRule: 'domain',
  CompositeRule: 'composite',
  RangeRule: 'range',
  MaterializedViewRule: 'materialized view',
  OtherRule: 'object',
}

/** What a privilege can be on: of the kind that was said, or tables and views. */
export const grantTargetOffer: Offer = spot => {
  const { scene, reads } = spot
  const kind = textOf(reads, 'Privileges.on')
  switch (kind) {
    case undefined:
    case 'table':
      return [...triggerTableOffer(spot), ...objectsOf(spot, own => own === 'materialized view')]
    case 'schema':
      return keysOf([...scene.schema.schemas.keys()])
    case 'language':
      return keysOf(['plpgsql', 'sql'])
    case 'type':
      return [...keysOf([...scene.schema.enums.keys()]), ...objectsOf(spot, own => TYPES.has(own))]
    default:
      return objectsOf(spot, own => own === kind || (own === 'aggregate' && kind === 'function'))
  }
}

const TYPES: ReadonlySet<string> = new Set(['composite', 'range', 'domain'])

function keysOf(keys: readonly string[]): readonly Candidate[] {
  return keys.map(label => ({ label, kind: CompletionItemKind.Module, rank: 0 }))
}

/** The functions of the project. */
export function functionsOf(spot: Spot): readonly Candidate[] {
  return objectsOf(spot, own => own === 'function')
}

/** The column that a sequence belongs to: its table, and behind the point its columns. */
export const ownerOffer: Offer = spot => {
  const { scene, qualifier, rules } = spot
  if (rules[0] !== 'Path') return []
  const facts = qualifier.length === 0 ? undefined : scene.table(scene.keyOf(qualifier.join('.')))
  return facts === undefined ? tablesOf(scene, qualifier[0], () => ({ rank: 0 })) : ownColumns(facts.columns, new Set())
}

/** The privileges that there are (the manual, Privileges). */
export const privilegeOffer: Offer = () =>
  PRIVILEGES.map((label, rank) => ({ label, kind: CompletionItemKind.Constant, rank: rank / 10 }))

const PRIVILEGES: readonly string[] = [
  ...['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain', 'usage', 'create'],
  'execute',
]

function objectsOf({ scene, qualifier }: Spot, fits: (kind: string) => boolean): readonly Candidate[] {
  const seen = new Set<string>()
  return [...scene.schema.objects.values()].flatMap(object => {
    const { kind } = object
    if (!isNamedObjectKind(kind) || kindFacts(kind).called === 'in its table' || !fits(kind)) return []
    const [schema] = qualifier
    const key = nameText(object.name)
    if (seen.has(key) || (schema !== undefined && object.name.schema !== schema)) return []
    seen.add(key)
    return [
      {
        ...(schema === undefined ? keyed(key, scene, CompletionItemKind.Function) : { label: object.name.name }),
        kind: kindFacts(kind).space === 'routine' ? CompletionItemKind.Function : CompletionItemKind.Class,
        detail: `${kind} ${labelOf(idOf(object))}`,
        documentation: object.comment,
        rank: 2,
      },
    ]
  })
}
