import { CompletionItemKind } from 'vscode-languageserver-types'
import { nameText } from '../../../../compiler/schema/name.ts'
import { sqlName } from '../../../../compiler/sql/name-text.ts'
import type { RelationMention, Scope } from '../../../../compiler/sql/scope.ts'
import { readName } from '../../../literals/name-literal.ts'
import type { Candidate } from '../candidate.ts'
import type { Sight } from './sight.ts'
import { tableNamed } from './sources.ts'

/** The tables, views and WITH queries that can be named at the cursor; those first that a foreign key joins. */
export function relationNames({ path, scope }: RelationMention, sight: Sight): readonly Candidate[] {
  const { reading, at, scene } = sight
  const schema = path.indexOf(at) > 0 ? reading.code.tokens[path[path.indexOf(at) - 1]!]!.value : undefined
  const beside = neighbours(scope, sight)
  const found: Candidate[] = schema === undefined ? [...withQueries(scope)] : []
  const past = sight.use === 'statements' ? (scene.past?.tables.keys() ?? []) : []
  for (const key of new Set([...scene.tables.keys(), ...past])) {
    if (key === undefined) continue
    const comment = scene.table(key)?.comment
    add(key, CompletionItemKind.Class, beside.has(key) ? 0 : 1, comment)
  }
  for (const [key, view] of scene.schema.views)
    if (isOther(key, sight)) add(key, CompletionItemKind.Interface, 1, view.comment)
  for (const object of scene.schema.objects.values())
    if (object.kind === 'materialized view') add(nameText(object.name), CompletionItemKind.Interface, 1, object.comment)
  return found

  function add(key: string, kind: CompletionItemKind, rank: number, documentation: string | undefined): void {
    const { schema: own, name } = readName(scene.writtenKey(key))
    if (schema !== undefined && own !== schema) return
    const isPlain = schema !== undefined || own === undefined
    const label = isPlain ? name : `${own}.${name}`
    const insert = isPlain ? sqlName(name) : `${sqlName(own)}.${sqlName(name)}`
    found.push({ label, insert, kind, documentation, rank })
  }
}

/** A view does not read itself. */
function isOther(key: string, { scene }: Sight): boolean {
  const { element } = scene
  return element?.$type !== 'ViewDeclaration' || !element.name || scene.keyOf(element.name) !== key
}

function withQueries(start: Scope | undefined): readonly Candidate[] {
  const found: Candidate[] = []
  for (let scope = start; scope !== undefined; scope = scope.parent)
    for (const name of scope.ctes?.keys() ?? [])
      found.push({ label: name, insert: sqlName(name), kind: CompletionItemKind.Variable, detail: 'with', rank: 0 })
  return found
}

/** The tables that a foreign key leads to or from, out of those that the query reads already. */
function neighbours(scope: Scope | undefined, sight: Sight): ReadonlySet<string> {
  const found = new Set<string>()
  const sources = (scope?.sources ?? []).flatMap(source =>
    source.relation === undefined ? [] : [tableNamed(source.relation, sight)],
  )
  const read = new Set(sources.flatMap(facts => (facts === undefined ? [] : [facts.key])))
  if (read.size === 0) return found
  for (const key of sight.scene.tables.keys()) {
    for (const constraint of sight.scene.table(key)?.constraints ?? []) {
      if (constraint.kind !== 'foreign') continue
      const target = nameText(constraint.target)
      if (read.has(target)) found.add(key)
      if (read.has(key)) found.add(target)
    }
  }
  return found
}
