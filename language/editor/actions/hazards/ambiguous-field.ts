import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { type Fixer, fix } from '../fix.ts'
import { insert } from '../text/change.ts'
import { addLine } from '../text/member-lines.ts'
import { spanOf } from '../text/nodes.ts'
import { droppedName } from './ambiguous.ts'
import { memberAt } from './object-key.ts'

/** A field of a composite type whose name was changed by hand: it was called otherwise, or the other one is really dropped. */
export const renamedField: Fixer = at => {
  const object = memberAt(at)
  const found = at.model.subject.declarations.flatMap(({ node, context }) =>
    node.$type === 'CompositeDeclaration' && nameText(context.names.qualify(node.name ?? '')) === object?.in
      ? [{ node, parsed: context.parsed }]
      : [],
  )[0]
  const past = at.model.past?.schema.objects.get(`composite ${object?.in}`)
  if (object === undefined || found === undefined || past?.kind !== 'composite') return []
  const { node, parsed } = found
  const had = new Set(past.fields.map(({ name }) => name))
  const hint = `was ${quoteName(object.name)}`
  const renames = (node.fields ?? []).flatMap(field => {
    const end = spanOf(field)?.end
    if (had.has(field.name) || field.was !== undefined || end === undefined) return []
    const title = `Add \`${hint}\` to ${quoteName(field.name)}: it keeps its values`
    return fix(title, [insert(parsed, end, ` ${hint}`)])
  })
  const dropped = `dropped ${droppedName(object.name)}`
  const last = [...(node.fields ?? []), ...(node.dropped ?? [])].at(-1)
  const title = `Really drop ${node.name}.${quoteName(object.name)}: \`${dropped}\``
  return [...renames, ...fix(title, addLine(parsed, node, dropped, last, node.dropped.length === 0 ? '\n' : ''))]
}
