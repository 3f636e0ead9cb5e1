import type { Parsed } from '../../../parse.ts'
import { type Fixer, fact, fix } from '../fix.ts'
import { removeNode } from '../text/declarations.ts'
import { withoutHint } from '../text/hint-changes.ts'
import { up } from '../text/nodes.ts'

/** Takes the hint away. */
export function removeHint(isPreferred = true): Fixer {
  return ({ parsed, node, start, end }) =>
    fix(`Remove \`${shown(parsed, start, end)}\``, withoutHint(parsed, node, start, end), isPreferred)
}

function shown(parsed: Parsed, start: number, end: number): string {
  const text = parsed.text.slice(start, end).replace(/\s+/g, ' ').replaceAll('`', '')
  return text.length > 30 ? `${text.slice(0, 28)}…` : text
}

/** Takes away the value of an enum that is said to be removed. */
export const removeValue: Fixer = at => {
  const entry = up(at.node, 'RemovedEntry', 'DroppedEntry')
  const holder = up(at.node, 'EnumDeclaration')
  const value = holder?.entries.find(one => one.$type === 'EnumValueEntry' && one.name === entry?.value)
  if (entry === undefined || value === undefined || fact(at, 'name') !== entry.value) return []
  return fix(`Remove the value \`${entry.value}\``, removeNode(at.parsed, value))
}
