import type { Action, Deferrable, ForeignKey } from '../../compiler/schema/constraint.ts'
import type { DeferrableRules, ForeignMember, ReferenceModifier } from '../generated/ast.ts'
import type { Context } from './context.ts'

type Reference = Pick<
  ForeignKey,
  | 'target'
  | 'onDelete'
  | 'onDeleteColumns'
  | 'onUpdate'
  | 'notValid'
  | 'notEnforced'
  | 'missing'
  | 'match'
  | 'deferrable'
>

/** Where a foreign key goes and what happens to it, without its columns. */
export function lowerReference(node: ReferenceModifier | ForeignMember, context: Context): Reference {
  return {
    target: context.names.qualify(node.target ?? ''),
    ...action('onDelete', node.onDelete),
    ...(node.onDeleteColumns?.length ? { onDeleteColumns: node.onDeleteColumns } : {}),
    ...action('onUpdate', node.onUpdate),
    ...(node.matchFull ? { match: 'full' as const } : {}),
    ...lowerDeferrable(node),
    ...lowerState(node),
    ...(node.missing ? { missing: true as const } : {}),
  }
}

/** Which rows are looked at, as properties to spread: where none ever is, those that are there are not, either. */
export function lowerState(node: { readonly notValid?: boolean; readonly notEnforced?: boolean }): {
  readonly notValid?: true
  readonly notEnforced?: true
} {
  if (node.notEnforced) return { notEnforced: true }
  return node.notValid ? { notValid: true } : {}
}

/** When a key is checked, as a property to spread. */
export function lowerDeferrable(node: DeferrableRules): { readonly deferrable?: Deferrable } {
  if (!node.deferrable) return {}
  return { deferrable: node.initially === 'deferred' ? 'initially deferred' : 'initially immediate' }
}

/** `no action` is what holds when nothing is written. */
function action<K extends string>(key: K, action: string | undefined): { readonly [P in K]?: Action } {
  return action === undefined || action === 'no action' ? {} : ({ [key]: action } as { [P in K]: Action })
}
