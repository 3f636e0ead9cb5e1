import { nameText } from '../../../compiler/schema/name.ts'
import { readMember, unquote } from '../../literals/name-literal.ts'
import { isNamedObjectKind } from '../family.ts'
import type { Occurrence } from '../occurrence.ts'
import type { ProjectModel } from '../project-model.ts'
import { memberKey } from './member-key.ts'

/** What a thing that is no longer there became, as far as the hints say: what was it, or the value that its rows move to. */
export function became(model: ProjectModel, { kind, key }: Occurrence): Pick<Occurrence, 'kind' | 'key'> | undefined {
  const { hints } = model.loaded
  if (kind === 'table' || kind === 'enum' || kind === 'view' || kind === 'schema' || isNamedObjectKind(kind)) {
    const rename = hints.renames.find(
      hint => hint.kind === kind && (kind === 'schema' ? hint.from === unquote(key) : hint.from === key),
    )
    return rename && { kind, key: rename.to }
  }
  const { of, member } = readMember(key)
  const owner = nameText(of)
  const rename = hints.renames.find(hint => hint.kind === kind && hint.in === owner && hint.from === member)
  if (rename !== undefined) return { kind, key: memberKey(owner, rename.to) }
  const move = kind === 'enum value' ? hints.moves.find(hint => hint.in === owner && hint.value === member) : undefined
  return move?.to === undefined ? undefined : { kind, key: memberKey(owner, move.to) }
}
