import type { Allow, Revision } from '../../compiler/revisions/revision.ts'
import { quoteName } from '../../compiler/schema/name.ts'
import { readParts } from '../literals/name-literal.ts'
import { writeString } from '../literals/string-literal.ts'
import { printStep } from './step.ts'

/** The canonical text of a revision file. Reading it gives the same revision. */
export function printRevision(revision: Revision): string {
  const { id, message, parents, needs, labels, created, allows, steps } = revision
  const after = parents.length === 0 ? '' : ` after ${parents.join(', ')}`
  const head = [
    `revision ${id} ${writeString(message)}${after}`,
    `created ${created}`,
    ...labels.map(label => `label ${writeString(label)}`),
    ...(needs.length === 0 ? [] : [`needs ${needs.join(', ')}`]),
    ...allows.map(writeAllow),
  ]
  const texts = steps.map(printStep)
  const body = texts.map((text, at) => {
    const before = texts[at - 1]
    return before === undefined || text.includes('\n') || before.includes('\n') ? `\n${text}\n` : `${text}\n`
  })
  return `${head.join('\n')}\n${body.join('')}`
}

function writeAllow({ code, object, reason }: Allow): string {
  const isPath = object !== '' && readParts(object).map(quoteName).join('.') === object
  return `allow ${quoteName(code)} ${isPath ? object : writeString(object)} ${writeString(reason)}`
}
