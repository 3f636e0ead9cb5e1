import { DIALECTS, type DialectName } from '../../compiler/schema/dialect.ts'
import { readCode } from '../../compiler/sql/code.ts'
import { functionCalls } from '../../compiler/sql/function-calls.ts'
import { knownNames } from '../../compiler/sql/routine/known/known-names.ts'
import { readOptions } from '../../compiler/sql/routine/read-options.ts'
import { readTokens } from '../../compiler/sql/tokens.ts'
import type { RoutineDeclaration, Sql } from '../generated/ast.ts'
import type { Context } from '../lower/context.ts'
import { textOf } from '../lower/objects/text-of.ts'
import type { CheckReport, TextPart } from './check-report.ts'
import { queries } from './queries.ts'
import { sqlPieces } from './sql-pieces.ts'
import type { Declared, Subject } from './subject.ts'
import { tableSql } from './table-sql.ts'
import { targetsOf } from './targets.ts'

/** A call without a schema of what some target of its text has not built in. */
export interface Call {
  /** In lower case, unless it is quoted. */
  readonly name: string
  /** The targets that read the text. */
  readonly dialects: readonly DialectName[]
  /** Those of them that have no such function by themselves. */
  readonly unknownTo: readonly DialectName[]
  readonly place: TextPart
  readonly context: Context
}

const known = new WeakMap<Subject, readonly Call[]>()

/** The calls of what is not built in, in all SQL of the project that is in scope. */
export function unknownCalls(subject: Subject, report: CheckReport): readonly Call[] {
  let calls = known.get(subject)
  if (calls === undefined) {
    calls = findCalls(subject, report)
    known.set(subject, calls)
  }
  return calls
}

function findCalls(subject: Subject, report: CheckReport): readonly Call[] {
  const calls: Call[] = []
  const look = (node: Sql | undefined, targets: readonly DialectName[], context: Context) => {
    if (node === undefined || unknownNames(node).length === 0) return
    for (const { text, dialects, placeOf } of sqlPieces(node, targets, report)) {
      for (const found of unknownNames(node)) {
        const unknownTo = found.text === text ? dialects.filter(one => found.unknownTo.includes(one)) : []
        if (unknownTo.length > 0)
          calls.push({ name: found.name, dialects, unknownTo, place: placeOf(found.start, found.end), context })
      }
    }
  }
  for (const table of subject.scope.tables)
    for (const { node, targets, context } of tableSql(table, subject)) look(node, targets, context)
  const { declarations } = subject.scope
  for (const { sql, targets, context } of queries(subject, declarations)) look(sql, targets, context)
  for (const { node, context } of declarations)
    for (const sql of otherSql(node, subject))
      look(sql, targetsOf(subject, 'only' in node ? node.only : undefined), context)
  return calls
}

/** The SQL of what is neither a table nor a query. */
function otherSql(node: Declared['node'], subject: Subject): readonly (Sql | undefined)[] {
  if (node.$type === 'FunctionDeclaration' || node.$type === 'ProcedureDeclaration')
    return isReadable(node, subject) ? [node.sql] : []
  if (node.$type !== 'DomainDeclaration') return []
  return (node.modifiers ?? []).map(one => {
    if (one.$type === 'CheckModifier') return one.sql
    return one.$type === 'DefaultModifier' ? one.value?.sql : undefined
  })
}

/** The words of the `search_path` that the head of a function sets. */
const paths = new WeakMap<RoutineDeclaration, readonly string[] | 'another language'>()

/** Whether a body is in a language that is read here, and looks for functions only where the project has them. */
function isReadable(node: RoutineDeclaration, { schema }: Subject): boolean {
  let path = paths.get(node)
  if (path === undefined) {
    const { language, set = [] } = readOptions(textOf(node.options ?? [])).options
    const own = set.find(([name]) => name === 'search_path')?.[1] ?? ''
    path = ['sql', 'plpgsql'].includes(language) ? readTokens(own).map(({ value }) => value) : 'another language'
    paths.set(node, path)
  }
  return path !== 'another language' && path.every(name => EVERYWHERE.has(name) || schema.schemas.has(name))
}

const EVERYWHERE: ReadonlySet<string> = new Set([
  '',
  ',',
  'public',
  'pg_catalog',
  'pg_temp',
  '$user',
  'from',
  'current',
])

interface UnknownName {
  readonly text: string
  readonly name: string
  readonly start: number
  readonly end: number
  readonly unknownTo: readonly DialectName[]
}

const names = new WeakMap<Sql, readonly UnknownName[]>()

/** Every text is asked at each keystroke, and few have changed. */
function unknownNames(node: Sql): readonly UnknownName[] {
  let found = names.get(node)
  if (found === undefined) {
    found = (['all', ...DIALECTS] as const).flatMap(part => {
      const text = node[part]?.[0]
      return text === undefined ? [] : namesIn(text, part === 'all' ? DIALECTS : [part])
    })
    names.set(node, found)
  }
  return found
}

const CALL = /[\w"$]\s*\(/

function namesIn(text: string, dialects: readonly DialectName[]): readonly UnknownName[] {
  if (!CALL.test(text)) return []
  return functionCalls(readCode(text)).flatMap(({ value: name, start, end }) => {
    const unknownTo = dialects.filter(one => !knownNames(one).has(one === 'sqlite' ? name.toLowerCase() : name))
    return unknownTo.length === 0 ? [] : { text, name, start, end, unknownTo }
  })
}
