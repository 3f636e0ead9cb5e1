import { parentsOf } from '../../compiler/schema/inheritance.ts'
import { nameText } from '../../compiler/schema/name.ts'
import type { Table } from '../../compiler/schema/table.ts'
import type { ColumnDeclaration, Modifier } from '../generated/ast.ts'
import type { LoadedFile } from '../load/loaded-file.ts'
import { type Context, onlyOf } from '../lower/context.ts'
import { type ExpandedMember, expandMembers } from '../lower/expand-members.ts'
import { HintCollector } from '../lower/hint-collector.ts'
import { ProjectNames } from '../lower/project-names.ts'
import { Reporter } from '../lower/reporter.ts'
import { SourceCollector } from '../lower/source-collector.ts'
import type { CheckedProject } from './checked-project.ts'
import { hasWholeMembers, isWhole } from './is-whole.ts'
import { scopeOf } from './scope.ts'
import type {
  CheckLine,
  ColumnSubject,
  Declared,
  ExclusionLine,
  ForeignLine,
  IndexLine,
  KeyLine,
  Subject,
  TableSubject,
} from './subject.ts'
import { SubjectTables, type TableDeclared } from './subject-tables.ts'

/**
 * Puts the lines of the text beside what they mean. What lowering has reported is not reported again. `focus` names the
 * files that the checks are to look at, all of them when it is left out.
 */
export function readSubject(checked: CheckedProject, focus?: ReadonlySet<string>): Subject {
  const declarations: Declared[] = []
  const declared = new Map<string, TableDeclared>()
  const brokenEnums = new Set<string>()
  for (const [file, context] of contextsOf(checked)) {
    for (const node of file.parsed.ast.elements) {
      if ('name' in node && !file.includes(node.name ?? '')) continue
      declarations.push({ node, context })
      if (node.$type === 'TableDeclaration') {
        const key = nameText(context.names.qualify(node.name ?? ''))
        if (checked.schema.tables.has(key) && !declared.has(key)) declared.set(key, { node, context, key })
      } else if (node.$type === 'EnumDeclaration' && !isWhole(node, context.parsed)) {
        brokenEnums.add(nameText(context.names.qualify(node.name ?? '')))
      }
    }
  }
  const tables: SubjectTables = new SubjectTables(declared, table =>
    withParents(readTable(table, checked.schema.tables.get(table.key)!), tables),
  )
  return {
    ...checked,
    targets: checked.project.targets.map(target => target.dialect),
    scope: scopeOf(declarations, tables, focus),
    declarations,
    tables,
    brokenEnums,
  }
}

/** A context for each file, to ask what names mean in it. */
export function contextsOf({ files, project }: CheckedProject): ReadonlyMap<LoadedFile, Context> {
  const names = new ProjectNames(files, project.defaultSchema)
  const report = new Reporter()
  for (const file of files) report.add(file.parsed)
  const shared = { report, hints: new HintCollector(), sources: new SourceCollector(report), aliases: new Map() }
  const contexts = new Map<LoadedFile, Context>()
  for (const file of files) {
    const known = names.inFile(file, other => contexts.get(other)!)
    contexts.set(file, { ...shared, parsed: file.parsed, names: known })
  }
  return contexts
}

/** A table with the columns of those that it is a partition or an heir of. */
function withParents(table: TableSubject, tables: SubjectTables): TableSubject {
  const parents = parentsOf(table.table).flatMap(name => tables.get(nameText(name)) ?? [])
  if (parents.length === 0) return table
  const columns = new Map(table.columns)
  for (const column of table.table.columns) {
    const line = parents.flatMap(parent => parent.columns.get(column.name) ?? [])[0]
    if (line !== undefined && !columns.has(column.name)) columns.set(column.name, { ...line, column })
  }
  return { ...table, columns, isWhole: table.isWhole && parents.every(parent => parent.isWhole) }
}

function readTable({ node, context, key }: TableDeclared, table: Table): TableSubject {
  const columns = new Map<string, ColumnSubject>()
  const keys: KeyLine[] = []
  const indexes: IndexLine[] = []
  const checks: CheckLine[] = []
  const exclusions: ExclusionLine[] = []
  const lowered = new Map(table.columns.map(column => [column.name, column]))
  for (const { member, context: file } of expandMembers(node.members ?? [], context)) {
    if (member.$type === 'ColumnDeclaration') addColumn(member, file)
    else addMember(member, file)
  }
  return {
    node,
    context,
    key,
    table,
    columns,
    keys,
    indexes,
    checks,
    exclusions,
    isWhole: hasWholeMembers(node, context),
  }

  function addColumn(line: ColumnDeclaration, file: Context): void {
    const column = lowered.get(line.name)
    if (column === undefined || columns.has(line.name)) return
    const on: ColumnSubject = { node: line, column, context: file }
    columns.set(line.name, on)
    for (const modifier of line.modifiers ?? []) addModifier(modifier, on)
  }

  function addModifier(modifier: Modifier, on: ColumnSubject): void {
    const { column, context } = on
    const base = { context, on, columns: [column.name], ...(column.only && { only: column.only }) }
    switch (modifier.$type) {
      case 'PrimaryModifier':
        return void keys.push({ kind: 'primary', node: modifier, ...base })
      case 'UniqueModifier':
        return void keys.push({ kind: 'unique', node: modifier, ...base })
      case 'IndexModifier':
        return void indexes.push({ node: modifier, ...base })
      case 'CheckModifier':
        return void checks.push({ node: modifier, ...base })
      case 'ReferenceModifier':
        return void keys.push({
          ...base,
          ...foreign(modifier, modifier.column === undefined ? [] : [modifier.column], context),
        })
    }
  }

  function addMember(member: ExpandedMember['member'], context: Context): void {
    switch (member.$type) {
      case 'PrimaryMember':
        return void keys.push({
          kind: 'primary',
          node: member,
          context,
          columns: member.columns ?? [],
          ...onlyOf(member),
        })
      case 'UniqueMember':
        return void keys.push({
          kind: 'unique',
          node: member,
          member,
          context,
          columns: member.columns ?? [],
          ...onlyOf(member),
        })
      case 'ForeignMember': {
        const line = foreign(member, member.targetColumns ?? [], context)
        return void keys.push({ context, columns: member.columns ?? [], ...line, ...onlyOf(member) })
      }
      case 'ExcludeMember':
        return void exclusions.push({ node: member, context, ...onlyOf(member) })
      case 'CheckMember':
        return void checks.push({ node: member, context, ...onlyOf(member) })
      case 'IndexMember': {
        const columns = (member.keys ?? []).map(item => item.column)
        return void indexes.push({ node: member, member, context, columns, ...onlyOf(member) })
      }
    }
  }
}

function foreign(
  node: ForeignLine['node'],
  targetColumns: readonly string[],
  context: Context,
): Pick<ForeignLine, 'kind' | 'node' | 'target' | 'targetColumns'> {
  return { kind: 'foreign', node, target: nameText(context.names.qualify(node.target ?? '')), targetColumns }
}
