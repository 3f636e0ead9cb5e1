import { hasWords, readCode, wordAt } from '../code.ts'
import { splitStatements } from '../statements.ts'
import { type MadeThing, readMade } from './made-thing.ts'
import { pragmasBack, pragmasIn } from './pragmas.ts'

/** Something that a text makes, with the statements that are about it: the one that makes it first. */
export interface MadeByText extends MadeThing {
  readonly statements: readonly string[]
}

const cache = new Map<string, readonly MadeByText[]>()

/** What a text makes that is known, in its order; `alter` of the same thing belongs to it. */
export function madeThings(text: string): readonly MadeByText[] {
  const known = cache.get(text)
  if (known !== undefined) return known
  const made = read(text)
  if (cache.size >= 400) cache.delete(cache.keys().next().value!)
  cache.set(text, made)
  return made
}

function read(text: string): readonly MadeByText[] {
  const made = new Map<string, MadeThing & { readonly statements: string[] }>()
  for (const { text: sql } of splitStatements(text)) {
    const thing = readMade(sql)
    if (thing !== undefined) made.set(thing.label, { ...thing, statements: [sql] })
    else {
      const altered = readMade(sql, 'alter')
      if (altered !== undefined) made.get(altered.label)?.statements.push(sql)
    }
  }
  return [...made.values()]
}

/** The statements that drop what a text makes, the last first; undefined where something in it is not known. */
export function derivedDrop(text: string): readonly string[] | undefined {
  const statements = splitStatements(text)
  const creates = statements.filter(({ text: sql }) => wordAt(readCode(sql), 0) === 'create')
  const made = madeThings(text)
  const isEmpty = creates.length === 0 && pragmasIn(text).length === 0
  if (isEmpty || creates.some(({ text: sql }) => readMade(sql) === undefined)) return undefined
  return [...pragmasBack(text), ...[...made].reverse().map(dropOf)]
}

/** A family is made along with a class that names none (CREATE OPERATOR CLASS), and takes the class with it when it goes. */
function dropOf({ what, target, statements }: MadeByText): string {
  const code = readCode(statements[0]!)
  const named = what !== 'operator class' || code.tokens.some((_, at) => at > 4 && hasWords(code, at, 'family'))
  return `drop ${named ? target : target.replace(/^operator class/, 'operator family')}`
}

/** The words after `create` of what has a declaration of its own in the language; undefined for anything else. */
export function declaredWord(sql: string): string | undefined {
  const code = readCode(sql)
  if (wordAt(code, 0) !== 'create' || readMade(sql) !== undefined) return undefined
  let at = 1
  if (hasWords(code, at, 'or', 'replace')) at += 2
  while (PASSED.has(wordAt(code, at))) at++
  const two = `${wordAt(code, at)} ${wordAt(code, at + 1)}`
  if (two === 'materialized view') return two
  const word = wordAt(code, at)
  return DECLARED.has(word) ? word : undefined
}

const PASSED: ReadonlySet<string> = new Set(['unlogged', 'unique', 'constraint', 'recursive', 'temp', 'temporary'])
const DECLARED: ReadonlySet<string> = new Set([
  'table',
  'view',
  'index',
  'trigger',
  'function',
  'procedure',
  'sequence',
  'domain',
  'schema',
  'extension',
  'policy',
  'rule',
])
