import type { AstNode } from 'langium'
import type { PerDialect } from '../../compiler/schema/dialect.ts'
import type { Type } from '../../compiler/schema/type.ts'
import type { TypeDeclaration } from '../generated/ast.ts'
import type { Parsed } from '../parse.ts'
import type { HintCollector } from './hint-collector.ts'
import type { Names } from './names.ts'
import type { Reporter } from './reporter.ts'
import type { SourceCollector } from './source-collector.ts'

/** What lowering a file needs: the file, what its names mean, and where the results go beside the schema. */
export interface Context {
  readonly parsed: Parsed
  readonly names: Names<Context>
  readonly report: Reporter
  readonly hints: HintCollector
  readonly sources: SourceCollector
  /** What aliases stand for, as far as they have been followed; `open` while one is. */
  readonly aliases: Map<TypeDeclaration, PerDialect<Type> | 'open'>
}

/** The documentation of a declaration, as a property to spread into it. */
export function commentOf(node: AstNode, context: Context): { readonly comment?: string } {
  const comment = context.parsed.docs.get(node.$cstNode?.offset ?? -1)
  return comment ? { comment } : {}
}

/** The limit to one database, as a property to spread. */
export function onlyOf<T>(node: { readonly only?: T }): { readonly only?: T } {
  return node.only === undefined ? {} : { only: node.only }
}
