import type { Hints } from '../../compiler/diff/hints.ts'
import { withInheritance } from '../../compiler/schema/inheritance.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { objectKey } from '../../compiler/schema/objects/object-key.ts'
import { type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import { outerTables } from '../../compiler/steps/objects/outer-tables.ts'
import { sameColumn } from '../../compiler/steps/same.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Element } from '../generated/ast.ts'
import type { LoadedFile } from '../load/loaded-file.ts'
import type { Project } from '../load/project.ts'
import type { Sources } from '../sources.ts'
import { checkParents, type DeclaredTable } from './check-parents.ts'
import type { Context } from './context.ts'
import { lowerDroppedObject } from './dropped.ts'
import { lowerEnum } from './enum.ts'
import { HintCollector } from './hint-collector.ts'
import { lowerUnused } from './lower-unused.ts'
import { lowerGrants } from './objects/grant.ts'
import { isObjectDeclaration, lowerObject } from './objects/lower-object.ts'
import { lowerExtension, lowerNamespace, lowerTrigger, lowerView } from './plain-objects.ts'
import { lowerProject } from './project.ts'
import { ProjectNames } from './project-names.ts'
import { qualifySql } from './qualify-sql.ts'
import { reportRepeatedOptions } from './repeated-options.ts'
import { Reporter } from './reporter.ts'
import { SchemaCollector } from './schema-collector.ts'
import { SourceCollector } from './source-collector.ts'
import type { TableDraft } from './table-draft.ts'
import type { TableMemory } from './table-memory.ts'
import { TableReader } from './table-reader.ts'
import { unknownTable } from './unknown-table.ts'

/** What the files of a project mean. */
export interface Lowered {
  readonly project: Project
  readonly schema: Schema
  readonly hints: Hints
  readonly sources: Sources
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * From the trees of all files to one schema. A wrong declaration is reported, and the rest of the schema is still there. With a
 * memory, tables that mean what they meant are not read again.
 */
export function lowerFiles(files: readonly LoadedFile[], memory?: TableMemory): Lowered {
  const report = new Reporter()
  for (const file of files) report.add(file.parsed)
  const project = lowerProject(files, report)
  const names = new ProjectNames(files, project.defaultSchema)
  const shared = { report, hints: new HintCollector(), sources: new SourceCollector(report), aliases: new Map() }
  const contexts = new Map<LoadedFile, Context>()
  const contextOf = (file: LoadedFile) => contexts.get(file)!
  for (const file of files) contexts.set(file, { ...shared, parsed: file.parsed, names: names.inFile(file, contextOf) })
  const schema = new SchemaCollector(report)
  const tables = new TableReader(memory, names)
  for (const [file, context] of contexts)
    for (const node of file.parsed.ast.elements)
      if (!('name' in node) || file.includes(node.name ?? '')) lowerElement(node, schema, context, tables)
  const read = finish(schema, tables)
  const { defaultSchema = 'public' } = project
  const result = defaultSchema === 'public' ? read : qualifySql(read, shared, defaultSchema)
  for (const [{ parsed }, context] of contexts) {
    lowerUnused(parsed.ast, context)
    reportRepeatedOptions(parsed.ast.elements, context)
  }
  return { project, schema: result, hints: shared.hints, sources: shared.sources, diagnostics: report.diagnostics }
}

function lowerElement(node: Element, schema: SchemaCollector, context: Context, tables: TableReader): void {
  if (node.$type === 'GrantDeclaration') {
    for (const grant of lowerGrants(node, context)) schema.add('objects', objectKey(grant), grant, node)
    return
  }
  if (isObjectDeclaration(node)) {
    const object = lowerObject(node, context)
    schema.add('objects', objectKey(object), object, node)
    return
  }
  switch (node.$type) {
    case 'SchemaDeclaration':
      schema.add('schemas', node.name, lowerNamespace(node, context), node)
      break
    case 'ExtensionDeclaration':
      schema.add('extensions', node.name, lowerExtension(node, context), node)
      break
    case 'EnumDeclaration': {
      const object = lowerEnum(node, context)
      schema.add('enums', nameText(object.name), object, node)
      break
    }
    case 'TableDeclaration': {
      const draft = tables.read(node, context)
      schema.add('tables', draft.key, draft, node)
      for (const { policy, node: line } of draft.policies) schema.add('objects', objectKey(policy), policy, line)
      break
    }
    case 'ViewDeclaration': {
      const object = lowerView(node, context)
      schema.add('views', nameText(object.name), object, node)
      break
    }
    case 'TriggerDeclaration': {
      const object = lowerTrigger(node, context)
      schema.triggerNodes.push({ node, context, table: nameText(object.table) })
      schema.add('triggers', triggerKey(object), object, node)
      break
    }
    case 'DroppedDeclaration':
      lowerDroppedObject(node, context)
      break
    case 'ProjectDeclaration':
    case 'ImportDeclaration':
    case 'TypeDeclaration':
    case 'MixinDeclaration':
      break
    default:
      misplaced(node, context)
  }
}

function misplaced(node: Element, context: Context): void {
  const word = /^\w+/.exec(node.$cstNode?.text ?? '')?.[0] ?? ''
  const remedy = 'A schema file says what is; what changes follows from that. Remove the line.'
  context.report.error('MIG114', `\`${word}\` belongs into revisions.`, remedy, { node })
}

function draftOf(draft: TableDraft, reader: TableReader): DeclaredTable {
  return { node: draft.node, context: reader.contextOf(draft) }
}

function finish(draft: SchemaCollector, reader: TableReader): Schema {
  const { schemas, extensions, enums, views, triggers, objects } = draft
  const read = new Map<string, Table>()
  for (const [key, table] of draft.tables) read.set(key, reader.finish(table, draft.tables))
  const tables = withInheritance(
    checkParents(read, key => draftOf(draft.tables.get(key)!, reader)),
    sameColumn,
  )
  const outer = draft.triggerNodes.length === 0 ? new Map() : outerTables(objects.values())
  for (const { node, context, table } of draft.triggerNodes)
    if (!tables.has(table) && !views.has(table) && !outer.has(table))
      unknownTable(table, { node, property: 'table' }, context, [...tables.keys(), ...views.keys(), ...outer.keys()])
  return { schemas, extensions, enums, tables, views, triggers, objects }
}
