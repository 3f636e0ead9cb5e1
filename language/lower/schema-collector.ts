import type { AstNode } from 'langium'
import type { DbObject } from '../../compiler/schema/objects/db-object.ts'
import type { Enum, Extension, Namespace, Trigger, View } from '../../compiler/schema/objects.ts'
import type { Context } from './context.ts'
import type { Reporter } from './reporter.ts'
import type { TableDraft } from './table-draft.ts'

/** A schema whose tables are not finished, and which refuses what is declared twice. */
export class SchemaCollector {
  readonly schemas = new Map<string, Namespace>()
  readonly extensions = new Map<string, Extension>()
  readonly enums = new Map<string, Enum>()
  readonly tables = new Map<string, TableDraft>()
  readonly views = new Map<string, View>()
  readonly triggers = new Map<string, Trigger>()
  readonly objects = new Map<string, DbObject>()
  readonly triggerNodes: { readonly node: AstNode; readonly context: Context; readonly table: string }[] = []
  private readonly report: Reporter

  constructor(report: Reporter) {
    this.report = report
  }

  add<K extends Collection>(kind: K, key: string, object: CollectionItem<K>, node: AstNode): void {
    if (key === undefined || key === '') return
    const map = this[kind] as Map<string, CollectionItem<K>>
    if (map.has(key)) this.twice(`\`${key}\` is declared already.`, key, node)
    else if (kind === 'views' && this.tables.has(key)) this.twice(`\`${key}\` is a table already.`, key, node)
    else if (kind === 'tables' && this.views.has(key)) this.twice(`\`${key}\` is a view already.`, key, node)
    else map.set(key, object)
  }

  private twice(message: string, name: string, node: AstNode): void {
    this.report.error('MIG123', message, 'Rename or remove one of them.', { node, property: 'name' }, { name })
  }
}

type Collection = 'schemas' | 'extensions' | 'enums' | 'tables' | 'views' | 'triggers' | 'objects'
type CollectionItem<K extends Collection> = SchemaCollector[K] extends Map<string, infer T> ? T : never
