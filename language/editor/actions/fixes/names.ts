import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { clipName } from '../../../checks/clip-name.ts'
import { type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { asLine } from '../refactor/as-line.ts'
import { replace } from '../text/change.ts'
import { tableWith } from '../text/find-line.ts'
import { freeName, withLastPart } from '../text/free-name.ts'
import { partOf, spanOf, up } from '../text/nodes.ts'

/** Gives a key, an index or a check that shares its name another one; nothing else speaks of it. */
export const nameApart: Fixer = at => {
  const name = fact(at, 'name')
  if (name === undefined) return []
  const taken = new Set(namesOf(at))
  const member = up(at.node, 'IndexMember', 'UniqueMember', 'PrimaryMember')
  const table = tableWith(at.model, at.node)
  if (table === undefined || up(at.node, 'MixinDeclaration') !== undefined) return []
  const own = withLastPart(name, last => freeName(last, one => taken.has(one)))
    .split('.')
    .at(-1)!
  const span = member && partOf(member, 'name')
  if (span !== undefined) return fix(`Call it \`${own}\``, [replace(at.parsed, span.start, span.end, own)], true)
  const modifier = up(at.node, 'IndexModifier', 'UniqueModifier')
  if (modifier === undefined || spanOf(modifier)?.start !== at.start) return []
  const changes = asLine(at.model, at.parsed, modifier, own)
  return fix(`Write it on a line of its own, as \`${own}\``, changes, true)
}

function namesOf({ model }: FixAt): readonly string[] {
  const { schema } = model.loaded
  const members = [...schema.tables.values()].flatMap(({ constraints, indexes }) => [...constraints, ...indexes])
  const objects = [...schema.tables.values(), ...schema.views.values(), ...schema.enums.values()]
  return [...members.map(({ name }) => name), ...objects.map(({ name }) => name.name)]
}

/** A name of at most 63 bytes, for what nothing else speaks of. */
export const shortenName: Fixer = at => {
  const shorter = fact(at, 'shorter')
  const member = up(
    at.node,
    'IndexMember',
    'UniqueMember',
    'PrimaryMember',
    'ForeignMember',
    'CheckMember',
    'CheckModifier',
    'TriggerDeclaration',
  )
  const span = member && partOf(member, 'name')
  if (shorter === undefined || span === undefined || span.start !== at.start) return []
  return fix(`Write \`${clipped(shorter)}\``, [replace(at.parsed, at.start, at.end, shorter)], true)
}

function clipped(name: string): string {
  return name.length > 24 ? `${name.slice(0, 20)}…` : name
}

/** Begins the name of a trigger with that of its table. */
export const nameAfterTable: Fixer = at => {
  const trigger = up(at.node, 'TriggerDeclaration')
  if (trigger?.table === undefined || trigger.name === undefined) return []
  const last = nameText({ name: trigger.table.split('.').at(-1)!.replaceAll('"', '') })
  const name = quoteName(clipName(`${last}_${trigger.name}`))
  return fix(`Call it \`${name}\``, [replace(at.parsed, at.start, at.end, name)], true)
}
