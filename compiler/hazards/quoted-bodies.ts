import { DIALECTS, forDialect, type Sql } from '../schema/dialect.ts'
import { type Code, hasWords, isName, readCode, wordAt } from '../sql/code.ts'
import { pathAt } from '../sql/path-at.ts'
import { splitStatements } from '../sql/statements.ts'
import { readTokens } from '../sql/tokens.ts'
import type { SqlStep } from '../steps/step.ts'
import type { PlanContext } from './plan-context.ts'

/** SQL that the database keeps as a text in quotes, which no rename reaches: the body of a function, as a rule. */
export interface QuotedBody {
  /** What it belongs to: `the function touch()`. */
  readonly owner: string
  /** The words that are names in it. */
  readonly names: ReadonlySet<string>
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
  const views = [...schema.views].map(([key, { sql }]) => bodyOf(`the view ${key}`, sql))
  const triggers = [...schema.triggers].map(([key, { sql }]) => bodyOf(`the trigger ${key}`, sql))
  return [...views, ...triggers, ...routinesIn(plan)].filter(body => body !== undefined)
}

/** Bodies in SQL follow a rename: the renderer writes them anew. Those in another language are texts to everybody; one that the plan writes anew is as it is meant. */
function routinesIn({ after, before }: PlanContext): readonly QuotedBody[] {
  return [...after.objects].flatMap(([key, object]) => {
    if (!('language' in object) || object.language === 'sql' || object.only === 'sqlite') return []
    const text = forDialect(object.sql, 'postgres')
    const old = before.objects.get(key)
    const isRewritten = old === undefined || !('language' in old) || forDialect(old.sql, 'postgres') !== text
    return text === undefined || isRewritten ? [] : [{ owner: `the ${key}`, names: new Set(namesIn(text)) }]
  })
}

function bodyOf(owner: string, sql: Sql): QuotedBody | undefined {
  const texts = [sql.all, sql.postgres].filter(text => text?.includes('$'))
  const names = texts.flatMap(text => namesInDollars(readCode(text!)))
  return names.length === 0 ? undefined : { owner, names: new Set(names) }
}

function namesInDollars({ tokens }: Code): readonly string[] {
  return tokens.flatMap(token => (token.kind === 'string' && token.text[0] === '$' ? namesIn(token.value) : []))
}

function namesIn(body: string): readonly string[] {
  return readTokens(body).flatMap(({ kind, value }) => (kind === 'name' || kind === 'quoted name' ? [value] : []))
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
      const names = code.tokens.flatMap(token => (token.kind === 'string' ? namesIn(token.value) : []))
      found.set(routine, { owner: `the ${routine}() of the sql step '${name}'`, names: new Set(names) })
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
