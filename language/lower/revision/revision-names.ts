import { BUILTIN_TYPES } from '../../../compiler/schema/builtin-types.ts'
import { readName } from '../../literals/name-literal.ts'
import type { Names } from '../names.ts'

/** What names mean in a revision: it stands for itself, so a type that is not built in is one that the schema declares. */
export const REVISION_NAMES: Names<never> = {
  qualify: readName,
  type: raw => ({ kind: 'enum', name: readName(raw) }),
  hidesDeclared: () => false,
  isType: raw => BUILTIN_TYPES.has(raw),
  mixin: () => undefined,
  typeNames: () => [],
  mixinNames: () => [],
  hiddenIn: () => undefined,
  mayBeLost: () => false,
}
