import type { Allow, Revision } from '../../../compiler/revisions/revision.ts'
import { quoteName } from '../../../compiler/schema/name.ts'
import type { AllowLine, File, HeaderLine, RevisionLine } from '../../generated/ast.ts'
import { readParts } from '../../literals/name-literal.ts'
import type { Context } from '../context.ts'

type Head = Omit<Revision, 'steps'>

const ID = /^\w{1,40}$/

/** Reads the lines before the steps. */
export function lowerHead(ast: File, context: Context): Head {
  const lines = ast.elements.filter(isHeader)
  const heads = lines.filter(line => line.$type === 'RevisionLine')
  const times = lines.filter(line => line.$type === 'CreatedLine')
  const [head] = heads
  if (head === undefined || ast.elements[0] !== head) missing(ast, "`revision ID 'message'`", context)
  if (times.length === 0 && head !== undefined) missing(head, 'a line `created TIME`', context)
  for (const line of [...heads.slice(1), ...times.slice(1)])
    context.report.error('MIG140', 'The head of a revision stands in it once.', 'Remove this line.', { node: line })
  if (head !== undefined) checkIds(head, context)
  return {
    id: head?.id ?? '',
    message: head?.message ?? '',
    parents: head?.parents ?? [],
    needs: lines.flatMap(line => (line.$type === 'NeedsLine' ? (line.revisions ?? []) : [])),
    labels: lines.flatMap(line => (line.$type === 'LabelLine' ? [line.label] : [])),
    created: times[0]?.at ?? '',
    allows: lines.flatMap(line => (line.$type === 'AllowLine' ? [allow(line)] : [])),
  }
}

function isHeader(node: File['elements'][number]): node is HeaderLine {
  return /^(?:Revision|Created|Label|Needs|Allow)Line$/.test(node.$type)
}

function allow({ code, path, text, reason }: AllowLine): Allow {
  const object = path === undefined ? (text ?? '') : readParts(path).map(quoteName).join('.')
  return { code, object, reason }
}

function missing(node: File | RevisionLine, what: string, { report }: Context): void {
  report.error('MIG140', `A revision begins with ${what}.`, 'Write it above the steps.', { node })
}

function checkIds(node: RevisionLine, { report }: Context): void {
  const ids = [
    ['id', node.id, undefined],
    ...(node.parents ?? []).map((id, index) => ['parents', id, index] as const),
  ] as const
  for (const [property, id, index] of ids) {
    if (id === undefined || ID.test(id)) continue
    const part = index === undefined ? { node, property } : { node, property, index }
    report.error('MIG108', `\`${id}\` is no id of a revision.`, 'An id has 1 to 40 letters, digits and `_`.', part)
  }
}
