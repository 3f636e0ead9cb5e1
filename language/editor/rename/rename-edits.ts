import type { AstNode } from 'langium'
import type { MixinDeclaration, TableDeclaration } from '../../generated/ast.ts'
import { nodeAt } from '../node-at.ts'
import type { Occurrence } from '../occurrence.ts'
import type { NamedPlace } from '../occurrences/declarations-of.ts'
import { knownNames } from '../occurrences/known-names.ts'
import { occurrencesOf } from '../occurrences/occurrences-of.ts'
import { sameThing } from '../occurrences/same-thing.ts'
import { splitKey } from '../occurrences/split-key.ts'
import type { ProjectModel } from '../project-model.ts'
import type { FileEdit } from './file-edit.ts'
import type { Quoting } from './mig-name.ts'
import { nameEdits } from './name-edits.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { RenamedSql } from './renamed-sql.ts'
import { wasEdits } from './was-edits.ts'

/** All edits that a rename makes. */
export function renameEdits(
  model: ProjectModel,
  thing: Occurrence,
  declarations: readonly NamedPlace[],
  name: string,
  quoting: Quoting,
): readonly FileEdit[] | Refusal {
  const [declared] = declarations
  if (declared === undefined) return []
  const owner = ownerOf(nodeAt(declared.parsed.ast, declared.occurrence.start))
  const sql = sqlEdits(model, thing, owner, declared.occurrence.name, name)
  if (sql !== undefined && isRefusal(sql)) return sql
  if (sql !== undefined && thing.kind === 'column' && isLeft(model, thing, sql)) {
    return refuse(
      `A query reads \`${declared.occurrence.name}\` by way of a view whose columns its own text does not tell: name them there first.`,
    )
  }
  const was = wasEdits(model, thing, declarations, owner, name)
  if (isRefusal(was)) return was
  return [...nameEdits(model, thing, name, { inSql: sql === undefined, quoting }), ...(sql ?? []), ...was]
}

/** Whether SQL names the thing somewhere where the compiler would not follow a rename, so that no edit reaches it. */
function isLeft(model: ProjectModel, thing: Occurrence, edits: readonly FileEdit[]): boolean {
  const byFile = Map.groupBy(edits, edit => edit.parsed)
  return model.loaded.files.some(({ parsed }) => {
    const starts = new Map(byFile.get(parsed)?.map(edit => [edit.end, edit.start]))
    return occurrencesOf(model, parsed).some(
      one => one.writing === 'sql' && one.role === 'reference' && sameThing(one, thing) && !isEdited(one, starts),
    )
  })
}

/** An edit goes on behind the name where it adds what the query around it calls the column. */
function isEdited({ start, end }: Occurrence, starts: ReadonlyMap<number, number>): boolean {
  if ((starts.get(end) ?? Number.POSITIVE_INFINITY) <= start) return true
  for (const [to, from] of starts) if (from <= start && end <= to) return true
  return false
}

/** The table or mixin that a declaration stands in. */
function ownerOf(node: AstNode): TableDeclaration | MixinDeclaration | undefined {
  for (let at: AstNode | undefined = node; at !== undefined; at = at.$container) {
    if (at.$type === 'TableDeclaration' || at.$type === 'MixinDeclaration')
      return at as TableDeclaration | MixinDeclaration
  }
  return undefined
}

/** The edits in SQL of what other names depend on: whose column a name is, and what a query gives. */
function sqlEdits(
  model: ProjectModel,
  { kind, key }: Occurrence,
  owner: TableDeclaration | MixinDeclaration | undefined,
  from: string,
  to: string,
): readonly FileEdit[] | Refusal | undefined {
  const names = knownNames(model)
  const isView = kind === 'view' || kind === 'materialized view'
  const relation = kind === 'table' ? names.table(key) : isView ? names.view(key) : undefined
  if (relation !== undefined) {
    const sql = new RenamedSql(model)
    return sql.relation(relation, to) ?? sql.edits
  }
  if (kind === 'object') {
    const sql = new RenamedSql(model)
    sql.object(key, to)
    return sql.edits
  }
  if (kind !== 'column' || owner === undefined) return undefined
  const sql = new RenamedSql(model)
  sql.mixinColumn(key, from, to)
  const tables = owner.$type === 'MixinDeclaration' ? names.includersOf(owner) : [names.table(splitKey(key).owner)]
  for (const table of tables) if (table !== undefined) sql.column(table, from, to)
  return sql.edits
}
