import { nameText } from '../../compiler/schema/name.ts'
import type { Enum } from '../../compiler/schema/objects.ts'
import type { EnumDeclaration, EnumEntry } from '../generated/ast.ts'
import { type Context, commentOf, onlyOf } from './context.ts'

/** Reads an enum. */
export function lowerEnum(node: EnumDeclaration, context: Context): Enum {
  const { hints, sources, names } = context
  const name = names.qualify(node.name ?? '')
  const key = nameText(name)
  sources.object(key, node, 'name')
  if (node.was !== undefined) {
    const from = nameText(names.qualify(node.was))
    hints.renames.push({ kind: 'enum', from, to: key, place: sources.hint({ node, keyword: 'was', property: 'was' }) })
  }
  const values: string[] = []
  const seen = new Set<string>()
  for (const entry of node.entries ?? []) {
    if (entry.$type === 'EnumValueEntry' && entry.name !== undefined) {
      if (seen.has(entry.name)) valueTwice(entry, entry.name, context)
      else values.push(entry.name)
      seen.add(entry.name)
      sources.member(key, entry.name, entry, 'name')
    }
    entryHints(entry, key, context)
  }
  return { name, values, ...commentOf(node, context), ...onlyOf(node) }
}

function entryHints(entry: EnumEntry, key: string, { hints, sources, report }: Context): void {
  switch (entry.$type) {
    case 'EnumValueEntry': {
      if (entry.was === undefined) break
      const place = sources.hint({ node: entry, keyword: 'was', property: 'was' })
      hints.renames.push({ kind: 'enum value', in: key, from: entry.was, to: entry.name, place })
      break
    }
    case 'RemovedEntry': {
      if (entry.value === undefined) break
      const to = entry.to === undefined ? {} : { to: entry.to }
      hints.moves.push({ in: key, value: entry.value, ...to, place: sources.hint({ node: entry }) })
      break
    }
    case 'DroppedEntry':
      if (entry.value === undefined) break
      hints.drops.push({ kind: 'enum value', in: key, name: entry.value, place: sources.hint({ node: entry }) })
      break
    case 'MovesEntry': {
      const remedy = 'In a schema file write `removed V -> W`, or `W was V`.'
      report.error('MIG114', `\`${entry.kind}\` belongs into revisions.`, remedy, { node: entry })
      break
    }
  }
}

function valueTwice(node: EnumEntry, name: string, { report }: Context): void {
  report.error('MIG124', `The value \`${name}\` is there already.`, 'Remove one of them.', { node }, { name })
}
