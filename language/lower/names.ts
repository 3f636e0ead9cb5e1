import type { QName } from '../../compiler/schema/name.ts'
import type { MixinDeclaration, TypeDeclaration } from '../generated/ast.ts'

/** What a type's name that is not built in stands for. */
export type NamedType<Place> =
  | { readonly kind: 'alias'; readonly declaration: TypeDeclaration; readonly context: Place }
  /** An enum, or a domain, composite type or range. */
  | { readonly kind: 'enum'; readonly name: QName }

/** What the names in a file mean. A file sees its own declarations first, then those of the whole project. `Place` is the context of a file. */
export interface Names<Place> {
  /** The name of a table, enum or view, in the default schema unless it says another. */
  readonly qualify: (key: string) => QName
  /** An alias or an enum by its name as written; `undefined` when there is none. */
  readonly type: (raw: string) => NamedType<Place> | undefined
  /** Whether a built-in type shares its name with something that the project declares. */
  readonly hidesDeclared: (builtin: string) => boolean
  /** Whether a name that could be that of a type is one, where a line can be read in two ways. */
  readonly isType: (raw: string) => boolean
  readonly mixin: (name: string) => { readonly declaration: MixinDeclaration; readonly context: Place } | undefined
  /** Names that come close, for a message. */
  readonly typeNames: () => Iterable<string>
  readonly mixinNames: () => Iterable<string>
  /** The file that declares a table, view or enum of that key which nobody imports. */
  readonly hiddenIn: (key: string) => string | undefined
  /** True for a name in text that the parser had to skip: it may be declared there. */
  readonly mayBeLost: (name: string) => boolean
}
