import type { DialectName } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { type RelationUse, relationUses } from '../../compiler/sql/query-names.ts'
import type { Sql } from '../generated/ast.ts'
import type { Check } from './check.ts'
import type { CheckReport } from './check-report.ts'
import { didYouMean, meantBy } from './did-you-mean.ts'
import { type Query, queries } from './queries.ts'
import { type QueryPiece, queryPieces } from './query-pieces.ts'
import { type Relation, type Relations, relationsOf } from './relations.ts'
import type { SqlPiece } from './sql-pieces.ts'
import { DATABASE, otherThan } from './targets.ts'

/** The tables and views that views, triggers, policies and rules read: none that nothing declares, none that the target lacks, no circles. */
export const checkQueryRelations: Check = (subject, report) => {
  const relations = relationsOf(subject)
  const renamed = newNames(subject)
  const reads = new Map<string, { readonly query: Query; readonly views: Set<string> }>()
  for (const query of queries(subject, subject.declarations)) {
    const views = new Set<string>()
    for (const piece of queryPieces(query, report)) {
      for (const use of usesOf(query, piece)) {
        const found = checkUse(use, query, piece, { relations, renamed }, report)
        if (found?.kind === 'view') views.add(nameText(found.view.name))
      }
    }
    if (query.what === 'view') reads.set(nameText(query.context.names.qualify(query.name)), { query, views })
  }
  checkCircles(reads, report)
}

const memory = new WeakMap<Sql, Map<string, readonly RelationUse[]>>()

/** What a text uses. It is read once, since the circles of views are looked for in all files, whichever of them has changed. */
function usesOf({ sql }: Query, { text, table, from }: QueryPiece): readonly RelationUse[] {
  const key = table === undefined ? text : `${nameText(table)}\n${text}`
  let texts = memory.get(sql)
  if (texts === undefined) {
    texts = new Map()
    memory.set(sql, texts)
  }
  let uses = texts.get(key)
  if (uses === undefined) {
    uses = relationUses(text, table === undefined ? {} : { table }).filter(({ start }) => start >= from)
    texts.set(key, uses)
  }
  return uses
}

/** What a name in a query can mean. */
interface Known {
  readonly relations: Relations
  /** The new names of tables and views by their old ones. */
  readonly renamed: ReadonlyMap<string, string>
}

function newNames({ hints }: Parameters<Check>[0]): ReadonlyMap<string, string> {
  const renames = hints.renames.filter(({ kind }) => kind === 'table' || kind === 'view')
  return new Map(renames.map(({ from, to }) => [from, to]))
}

function checkUse(
  use: RelationUse,
  query: Query,
  piece: SqlPiece,
  known: Known,
  report: CheckReport,
): Relation | undefined {
  const { relations } = known
  const isAsked = report.isAbout(query.node)
  for (const dialect of piece.dialects) {
    const relation = relations.find(use, dialect)
    if (relation !== undefined) {
      if (relation.only === undefined || relation.only === dialect) continue
      if (isAsked) elsewhere(use, query, piece, dialect, report)
      return relation
    }
    if (use.maybe || isOfDatabase(use) || relations.isRelation(use, dialect)) continue
    if (isAsked) unknown(use, query, piece, known, report)
    return undefined
  }
  return relations.find(use, piece.dialects[0]!)
}

function elsewhere(
  use: RelationUse,
  { what }: Query,
  piece: SqlPiece,
  dialect: DialectName,
  report: CheckReport,
): void {
  const message = `\`${use.name}\` is not in ${DATABASE[dialect]}, and this ${what} is.`
  const remedy = `Give ${DATABASE[dialect]} SQL of its own, or limit the ${what}: \`only ${otherThan(dialect)}\`.`
  report.error({
    code: 'MIG199',
    message,
    remedy,
    place: piece.placeOf(use.start, use.end),
    data: { name: use.name, dialect },
  })
}

/** An extension or somebody else can have made it, so that this is no error. */
function unknown(
  use: RelationUse,
  query: Query,
  piece: SqlPiece,
  { relations, renamed }: Known,
  report: CheckReport,
): void {
  const key = nameText(use)
  const place = piece.placeOf(use.start, use.end)
  const now = renamed.get(key)
  if (now !== undefined) {
    const message = `\`${key}\` is called \`${now}\` from now on, and this ${query.what} still says \`${key}\`.`
    report.error({
      code: 'MIG183',
      message,
      remedy: `Write \`${now}\`.`,
      place,
      data: { name: key, meant: now },
    })
    return
  }
  const { names } = query.context
  if (names.mayBeLost(use.name) || names.mayBeLost(key)) return
  const hidden = names.hiddenIn(key)
  const meant = meantBy(use.name, relations.names())
  const message = `The project declares no table or view \`${key}\`.`
  const otherwise =
    hidden === undefined
      ? 'Declare it, or leave this as it is when something else makes it.'
      : `It stands in ${hidden.slice(hidden.lastIndexOf('/') + 1)}: import it.`
  const data = { name: key, ...(meant !== undefined && { meant }) }
  const remedy = didYouMean(hidden === undefined ? meant : undefined, otherwise)
  report.warning({ code: 'MIG183', message, remedy, place, data })
}

/** The catalogs of the databases themselves. */
function isOfDatabase({ schema, name }: RelationUse): boolean {
  if (schema === 'pg_catalog' || schema === 'information_schema' || schema === 'temp') return true
  return /^(?:pg_|sqlite_|pragma_|json_each$|json_tree$)/i.test(name)
}

function checkCircles(
  reads: ReadonlyMap<string, { readonly query: Query; readonly views: ReadonlySet<string> }>,
  report: CheckReport,
): void {
  const done = new Set<string>()
  for (const start of reads.keys()) {
    const trail: string[] = []
    const open = new Map<string, Iterator<string>>()
    let at: string | undefined = start
    while (at !== undefined) {
      if (!open.has(at) && !done.has(at)) {
        open.set(at, (reads.get(at)?.views ?? new Set<string>()).values())
        trail.push(at)
      }
      const next = trail.length === 0 ? undefined : open.get(trail.at(-1)!)!.next()
      if (next === undefined) break
      if (next.done) {
        const left = trail.pop()!
        open.delete(left)
        done.add(left)
        at = trail.at(-1)
      } else if (open.has(next.value))
        circle([...trail.slice(trail.indexOf(next.value)), next.value], reads.get(next.value)!.query, report)
      else if (!done.has(next.value)) at = next.value
    }
  }
}

function circle(names: readonly string[], { node }: Query, report: CheckReport): void {
  const message =
    names.length === 2 ? `The view \`${names[0]}\` reads itself.` : `These views read each other: ${names.join(' → ')}.`
  report.error({
    code: 'MIG185',
    message,
    remedy: 'Let one of them read the tables instead.',
    place: { node, property: 'name' },
  })
}
