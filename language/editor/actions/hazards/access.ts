import { nameText, quoteName } from '../../../../compiler/schema/name.ts'
import { writeObject } from '../../../print/objects/write-object.ts'
import { type FixAt, type Fixer, fact, fix } from '../fix.ts'
import { insert } from '../text/change.ts'
import { addDeclaration } from '../text/declarations.ts'
import { lineEnd } from '../text/lines.ts'
import { addMember } from '../text/member-lines.ts'
import { spanOf } from '../text/nodes.ts'
import { writtenKey } from '../text/written-key.ts'
import { addDropped } from './ambiguous.ts'
import { objectAt } from './object-key.ts'

/** A grant or a revoke that is gone comes back as it was. */
export const putGrantBack: Fixer = at => {
  const gone = goneObject(at)
  if (gone?.kind !== 'grant') return []
  const line = writeObject(gone)
  const last = spanOf(at.parsed.ast.elements.findLast(({ $type }) => $type === 'GrantDeclaration'))
  const changes =
    last === undefined
      ? addDeclaration(at.parsed, line)
      : [insert(at.parsed, lineEnd(at.parsed.text, last.end), `\n${line}`)]
  return fix(`Put it back: \`${line}\``, changes)
}

/** A policy that is gone is meant to go. */
export const sayDroppedPolicy: Fixer = at => {
  const gone = goneObject(at)
  if (gone?.kind !== 'policy') return []
  const line = `dropped policy ${quoteName(gone.name.name)} on ${writtenKey(at.model, nameText(gone.table))}`
  return fix(`Say that the drop is meant: \`${line}\``, addDropped(at.parsed, line))
}

/** Row security that is switched off is switched on again. */
export const keepRowSecurity: Fixer = at => {
  const table = at.model.subject.tables.get(objectAt(at) ?? '')
  if (table === undefined || !/ is switched off/.test(at.diagnostic.message)) return []
  return fix('Keep `row security`', addMember(table.context.parsed, table.node, 'row security'))
}

function goneObject(at: FixAt) {
  const key = fact(at, 'object') ?? ''
  return at.model.loaded.schema.objects.has(key) ? undefined : at.model.past?.schema.objects.get(key)
}
