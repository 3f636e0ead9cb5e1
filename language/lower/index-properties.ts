import type { Conflict } from '../../compiler/schema/constraint.ts'
import type { IndexProperties, Parameters } from '../../compiler/schema/index-properties.ts'
import type { ConflictRule, KeyProperties, StorageParameter } from '../generated/ast.ts'

/** `with (…)`, as a property to spread. */
export function lowerParameters(nodes: readonly StorageParameter[] | undefined): { readonly with?: Parameters } {
  return nodes?.length ? { with: nodes.map(({ name, value }) => [name, value] as const) } : {}
}

/** What is said of an index, or of that of a key, beside its columns. */
export function lowerProperties(node: KeyProperties): IndexProperties {
  return {
    ...(node.include?.length ? { include: node.include } : {}),
    ...lowerParameters(node.parameters),
    ...(node.tablespace === undefined ? {} : { tablespace: node.tablespace }),
    ...(node.clustered ? { clustered: true as const } : {}),
    ...(node.replicaIdentity ? { replicaIdentity: true as const } : {}),
  }
}

/** `on conflict replace`; `abort` is what holds when nothing is written. */
export function lowerConflict({ conflict }: ConflictRule): { readonly conflict?: Conflict } {
  return conflict === undefined || conflict === 'abort' ? {} : { conflict: conflict as Conflict }
}
