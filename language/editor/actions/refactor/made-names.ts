import { quoteName } from '../../../../compiler/schema/name.ts'
import type { CheckMember, CheckModifier } from '../../../generated/ast.ts'
import { CONSTRAINT_WORDS, writeName } from '../../../print/name.ts'
import type { ProjectModel } from '../../project-model.ts'
import { tableWith } from '../text/find-line.ts'
import { up } from '../text/nodes.ts'

/** The name of a check as its line writes it: the one it has, or the one that was made for it. */
export function quotedIn(model: ProjectModel, node: CheckModifier | CheckMember): string | undefined {
  if (node.name !== undefined) return writeName(node.name, CONSTRAINT_WORDS)
  const table = tableWith(model, node)
  if (table === undefined || up(node, 'MixinDeclaration') !== undefined) return undefined
  const checks = table.table.constraints.filter(({ kind }) => kind === 'check')
  const name = checks[checksOf(table).indexOf(node)]?.name
  return name === undefined ? undefined : quoteName(name)
}

/** The checks of a table in the order in which they are read. */
function checksOf({ checks }: { readonly checks: readonly { readonly node: CheckModifier | CheckMember }[] }) {
  return checks.map(({ node }) => node)
}
