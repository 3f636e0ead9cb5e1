import type { MixinDeclaration, TypeDeclaration } from '../../generated/ast.ts'
import type { Parsed } from '../../parse.ts'
import type { Thing } from './thing.ts'

/** A declaration and its file. */
export interface Found<T> {
  readonly node: T
  readonly parsed: Parsed
}

/** The first declaration of a type that fits. */
export function declaration<T extends TypeDeclaration['$type'] | MixinDeclaration['$type']>(
  { loaded }: Thing['model'],
  type: T,
  fits: (node: Extract<TypeDeclaration | MixinDeclaration, { readonly $type: T }>) => boolean,
): Found<Extract<TypeDeclaration | MixinDeclaration, { readonly $type: T }>> | undefined {
  for (const { parsed } of loaded.files)
    for (const node of parsed.ast.elements)
      if (node.$type === type && fits(node as never)) return { node: node as never, parsed }
  return undefined
}

/** A node as it is written. */
export function sourceOf(
  { $cstNode }: { readonly $cstNode?: { offset: number; end: number } | undefined },
  { text }: Parsed,
): string {
  return $cstNode === undefined ? '' : text.slice($cstNode.offset, $cstNode.end)
}

/** The `///` comment of a node. */
export function commentOf(
  { $cstNode }: { readonly $cstNode?: { offset: number } | undefined },
  { docs }: Parsed,
): string | undefined {
  return docs.get($cstNode?.offset ?? -1)
}
