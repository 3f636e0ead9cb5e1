import type { AstNode } from 'langium'
import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { nodeAt } from '../node-at.ts'
import type { Occurrence } from '../occurrence.ts'
import { declarationsOf } from '../occurrences/declarations-of.ts'
import { occurrenceAt } from '../occurrences/occurrence-at.ts'
import type { Place } from '../place.ts'
import { type Refusal, refuse } from './refusal.ts'

/** The name at a place when what it names can be renamed. */
export function renameable(place: Place): Occurrence | Refusal {
  const { model, parsed, offset } = place
  const occurrence = occurrenceAt(place)
  if (occurrence === undefined) return noName(nodeAt(parsed.ast, offset), parsed.text, offset)
  const { kind, name, role, made } = occurrence
  if (made) {
    return refuse(
      `The name \`${name}\` is made from those of its table and columns: rename one of these, or write a name.`,
    )
  }
  if (role === 'past') return refuse(`\`${name}\` is a name of the past, which the revisions know: it stays.`)
  if (kind === 'extension') return refuse('An extension has the name that its makers gave it.')
  const declarations = declarationsOf(model, occurrence)
  if (declarations.length === 0) return refuse(`Nothing in the project declares the ${kind} \`${name}\`.`)
  if (declarations.some(declared => declared.occurrence.writing !== 'mig')) {
    return refuse(`\`${name}\` has its name from the query of a view: change it there.`)
  }
  return occurrence
}

function noName(node: AstNode, text: string, offset: number): Refusal {
  if (node.$type === 'TypeSpelling' && 'name' in node && BUILTIN_TYPES.has(String(node.name))) {
    const start = node.$cstNode?.offset ?? 0
    const at = text.indexOf(String(node.name), start)
    if (at >= 0 && at <= offset && offset <= at + String(node.name).length) {
      return refuse(`\`${node.name}\` is a built-in type, not a name of the project.`)
    }
  }
  return refuse('There is no name here that could be changed.')
}
