import { DIALECTS, forDialect, type Sql } from '../schema/dialect.ts'
import { nameText } from '../schema/name.ts'
import type { DbObject } from '../schema/objects/db-object.ts'
import { objectKey } from '../schema/objects/object-key.ts'
import { triggerKey } from '../schema/schema.ts'
import { type Code, hasWords, isName, readCode, wordAt } from '../sql/code.ts'
import { pathAt } from '../sql/path-at.ts'
import { splitStatements } from '../sql/statements.ts'
import { readTokens, type SqlToken } from '../sql/tokens.ts'
import type { SqlStep } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

/** SQL that the database keeps as a text in quotes, which no rename reaches: the body of a function, as a rule. */
export interface QuotedBody {
  /** What it belongs to: `the function touch()`. */
  readonly owner: string
  /** The words that are names in it. */
  readonly names: ReadonlySet<string>
  /** The names in it that stand behind the name of a schema, or of a table: `finance.monthly`. */
  readonly paths: ReadonlySet<string>
  /** Whether a declaration holds it; otherwise a `sql` step has made it. */
  readonly declared: boolean
}

const known = new WeakMap<PlanContext, readonly QuotedBody[]>()

/** The bodies that views, triggers and the SQL of earlier revisions have put into the database. */
export function quotedBodies(plan: PlanContext): readonly QuotedBody[] {
  let found = known.get(plan)
  if (found === undefined) {
    found = [...bodiesInSchema(plan), ...bodiesInPast(plan)]
    known.set(plan, found)
  }
  return found
}

function bodiesInSchema(plan: PlanContext): readonly QuotedBody[] {
  const schema = plan.after
  const anew = writtenAnew(plan)
  const views = [...schema.views].map(([key, { sql }]) =>
    anew.has(`view ${key}`) ? undefined : bodyOf(`the view ${key}`, sql),
  )
  const triggers = [...schema.triggers].map(([key, { sql }]) =>
    anew.has(`trigger ${key}`) ? undefined : bodyOf(`the trigger ${key}`, sql),
  )
  return [...views, ...triggers, ...routinesIn(plan, anew)].filter(body => body !== undefined)
}

/** What the plan writes anew is as it is meant. */
function writtenAnew({ steps }: PlanContext): ReadonlySet<string> {
  const keys = steps.flatMap(step => {
    switch (step.kind) {
      case 'create view':
        return [`view ${nameText(step.view.name)}`]
      case 'alter view':
        return [`view ${nameText(step.to.name)}`]
      case 'create trigger':
        return [`trigger ${triggerKey(step.trigger)}`]
      case 'alter trigger':
        return [`trigger ${triggerKey(step.to)}`]
      case 'create object':
        return [objectKey(step.object)]
      case 'alter object':
        return sameSql(step.from, step.to) ? [] : [objectKey(step.to)]
      default:
        return []
    }
  })
  return new Set(keys)
}

function sameSql(from: DbObject, to: DbObject): boolean {
  const textOf = (object: DbObject) => ('language' in object ? forDialect(object.sql, 'postgres') : undefined)
  return textOf(from) === textOf(to)
}

/** Bodies in SQL follow a rename: the renderer writes them anew. Those in another language are texts to everybody. */
function routinesIn({ after }: PlanContext, anew: ReadonlySet<string>): readonly QuotedBody[] {
  return [...after.objects].flatMap(([key, object]) => {
    if (!('language' in object) || object.language === 'sql' || object.only === 'sqlite') return []
    const text = forDialect(object.sql, 'postgres')
    return text === undefined || anew.has(key) ? [] : [quotedBody(`the ${key}`, [text], true)]
  })
}

function bodyOf(owner: string, sql: Sql): QuotedBody | undefined {
  const texts = [sql.all, sql.postgres].filter(text => text?.includes('$'))
  const bodies = texts.flatMap(text => bodiesInDollars(readCode(text!)))
  return bodies.length === 0 ? undefined : quotedBody(owner, bodies, true)
}

function bodiesInDollars({ tokens }: Code): readonly string[] {
  return tokens.flatMap(token => (token.kind === 'string' && token.text[0] === '$' ? [token.value] : []))
}

function quotedBody(owner: string, bodies: readonly string[], declared: boolean): QuotedBody {
  const names = new Set<string>()
  const paths = new Set<string>()
  for (const body of bodies) {
    const tokens = readTokens(body)
    for (const [at, token] of tokens.entries()) {
      if (!isNameToken(token)) continue
      names.add(token.value)
      const holder = tokens[at - 1]?.text === '.' ? tokens[at - 2] : undefined
      if (holder !== undefined && isNameToken(holder)) paths.add(`${holder.value}.${token.value}`)
    }
  }
  return { owner, names, paths, declared }
}

function isNameToken({ kind }: SqlToken): boolean {
  return kind === 'name' || kind === 'quoted name'
}

/** Functions and procedures by their names: the last definition holds, and one that was dropped is none. */
function bodiesInPast({ past }: PlanContext): readonly QuotedBody[] {
  const found = new Map<string, QuotedBody>()
  for (const step of past ?? []) if (step.kind === 'sql') readStep(step, found)
  return [...found.values()]
}

function readStep({ name, up }: SqlStep, found: Map<string, QuotedBody>): void {
  if (!('run' in up)) return
  for (const text of new Set(DIALECTS.map(dialect => forDialect(up.run, dialect)))) {
    for (const statement of splitStatements(text ?? '')) {
      const code = readCode(statement.text)
      const routine = routineIn(code)
      if (routine === undefined) continue
      found.delete(routine)
      if (wordAt(code, 0) !== 'create') continue
      const bodies = code.tokens.flatMap(token => (token.kind === 'string' ? [token.value] : []))
      found.set(routine, quotedBody(`the ${routine}() of the sql step '${name}'`, bodies, false))
    }
  }
}

/** `function touch`, where a statement creates or drops one. */
function routineIn(code: Code): string | undefined {
  let at = 1
  if (wordAt(code, 0) === 'create' && hasWords(code, at, 'or', 'replace')) at += 2
  const kind = wordAt(code, at)
  if (!['create', 'drop'].includes(wordAt(code, 0)) || (kind !== 'function' && kind !== 'procedure')) return undefined
  at = hasWords(code, at + 1, 'if', 'exists') ? at + 3 : at + 1
  if (!isName(code, at)) return undefined
  const path = pathAt(code, at, code.tokens.length)
  return `${kind} ${path.map(part => code.tokens[part]!.value).join('.')}`
}
