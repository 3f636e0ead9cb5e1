import type { EnumDeclaration, EnumEntry } from '../../generated/ast.ts'
import { addHead } from './head-names.ts'
import { memberKey } from './member-key.ts'
import type { NameCollector } from './name-collector.ts'

/** The names of an enum and its values. */
export function addEnumNames(node: EnumDeclaration, from: number, to: number, collector: NameCollector): void {
  const key = addHead(node, 'enum', from, collector.tokens.find(from, to, '{'), collector)
  if (key !== undefined) for (const entry of node.entries ?? []) addEntry(entry, key, collector)
}

function addEntry(node: EnumEntry, key: string, collector: NameCollector): void {
  const { tokens } = collector
  const [from, to] = tokens.of(node)
  const add = (at: number, name: string | undefined, role: 'declaration' | 'reference' | 'past', of = name) => {
    if (name !== undefined && at < to && tokens.isName(at) && tokens.value(at) === name)
      collector.add(at, 'enum value', memberKey(key, of ?? name), role)
  }
  switch (node.$type) {
    case 'EnumValueEntry':
      add(from, node.name, 'declaration')
      add(from + 2, node.was, 'past', node.name)
      break
    case 'DroppedEntry':
      add(from + 1, node.value, 'past')
      break
    case 'RemovedEntry':
    case 'MovesEntry':
      add(from + 1, node.value, 'past')
      add(from + 3, node.to, 'reference')
      break
  }
}
