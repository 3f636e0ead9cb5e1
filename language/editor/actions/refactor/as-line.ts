import { quoteName } from '../../../../compiler/schema/name.ts'
import type {
  CheckModifier,
  IndexModifier,
  PrimaryModifier,
  ReferenceModifier,
  UniqueModifier,
} from '../../../generated/ast.ts'
import type { Parsed } from '../../../parse.ts'
import type { ProjectModel } from '../../project-model.ts'
import { type Change, removePiece } from '../text/change.ts'
import { addMember } from '../text/member-lines.ts'
import { partOf, spanOf, up } from '../text/nodes.ts'
import { quotedIn } from './made-names.ts'

/** A modifier that makes a key, a check or an index. */
export type KeyModifier = CheckModifier | IndexModifier | PrimaryModifier | ReferenceModifier | UniqueModifier

/** Moves a modifier to a line of its own; without a name it gets the one that it has, where that would be another one. */
export function asLine(model: ProjectModel, parsed: Parsed, modifier: KeyModifier, name?: string): readonly Change[] {
  const column = up(modifier, 'ColumnDeclaration')
  const holder = up(modifier, 'TableDeclaration', 'MixinDeclaration')
  const span = spanOf(modifier)
  if (column?.name === undefined || holder === undefined || span === undefined) return []
  const said = name ?? (modifier.$type === 'CheckModifier' ? quotedIn(model, modifier) : undefined)
  if (modifier.$type === 'CheckModifier' && said === undefined) return []
  const only = column.modifiers.find(({ $type }) => $type === 'OnlyModifier')
  const limit = only?.$type === 'OnlyModifier' && only.only !== undefined ? ` only ${only.only}` : ''
  const line = `${body(parsed, modifier, quoteName(column.name), said)}${limit}`
  return [removePiece(parsed, span.start, span.end), ...addMember(parsed, holder, line)]
}

function body(parsed: Parsed, modifier: KeyModifier, column: string, name: string | undefined): string {
  const named = name === undefined ? '' : ` ${name}`
  const span = spanOf(modifier)!
  switch (modifier.$type) {
    case 'CheckModifier': {
      const sql = spanOf(modifier.sql)
      return `check${named} ${sql === undefined ? '``' : parsed.text.slice(sql.start, span.end)}`
    }
    case 'ReferenceModifier': {
      const target = partOf(modifier, 'target')?.start ?? span.start
      return `foreign${named} (${column}) -> ${parsed.text.slice(target, span.end)}`
    }
    case 'IndexModifier':
      return `index${named} (${column})`
    case 'UniqueModifier':
      return `unique${named} (${column})${parsed.text.slice(span.start + 'unique'.length, span.end)}`
    case 'PrimaryModifier':
      return `primary${named} (${column})${parsed.text.slice(span.start + 'primary'.length, span.end)}`
  }
}
