import { DIALECTS, type DialectName, type Sql } from '../schema/dialect.ts'
import type { QName } from '../schema/name.ts'
import type { Schema } from '../schema/schema.ts'
import { splitList } from '../sql/clauses.ts'
import { type Code, isSign, readCode, wordAt } from '../sql/code.ts'
import { signAt } from '../sql/object/names-in-object.ts'
import { namedIn } from '../sql/object/rename-named.ts'
import { outputColumns } from '../sql/output-columns.ts'
import { pathAt } from '../sql/path-at.ts'
import { isStatement, type Reading, readExpression, readStatement } from '../sql/read-statement.ts'
import { type ColumnsOf, Resolver } from '../sql/resolve.ts'
import { readBody } from '../sql/routine/body-names.ts'
import { column, keyOf, type Need, relation, type, weakly } from './things.ts'
import type { WordSet } from './word-set.ts'

const NONE: readonly Need[] = []

/**
 * Tells what SQL texts need, as names. Only texts in which one of some words stands are read; `schema` is the one in which they
 * are to work.
 */
export class SqlNeeds {
  readonly #words: WordSet
  readonly #schema: Schema
  #relations: ReadonlyMap<string, () => readonly string[] | undefined> | undefined

  constructor(words: WordSet, schema: Schema) {
    this.#words = words
    this.#schema = schema
  }

  /** What an expression over one table uses: a check, a default, a key of an index. */
  expression(sql: Sql | undefined, table?: QName, only?: DialectName): readonly Need[] {
    return this.#each(sql, only, text =>
      this.#read(isStatement(text) ? readStatement(text, table) : readExpression(text, table)),
    )
  }

  /** What a query or the text of a trigger uses. */
  statement(sql: Sql | undefined, table?: QName, only?: DialectName): readonly Need[] {
    return this.#each(sql, only, text => this.#read(readStatement(text, table)))
  }

  /** What the body of a function in SQL uses. */
  body(sql: Sql | undefined): readonly Need[] {
    return this.#each(sql, undefined, text => this.#read(readBody(text)))
  }

  /** What the body of a function in a language that is not read may use: nothing in it is looked for before it runs. */
  foreignBody(sql: Sql | undefined): readonly Need[] {
    return this.#each(sql, undefined, text => {
      const code = readCode(text)
      return code.tokens.flatMap((token, at) => {
        if (token.kind === 'string') return this.foreignBody({ all: token.value })
        const isStart = (token.kind === 'name' || token.kind === 'quoted name') && !isSign(code, at - 1, '.')
        if (!isStart) return NONE
        return wordsOfPath(code, pathAt(code, at, code.tokens.length))
      })
    })
  }

  #each(sql: Sql | undefined, only: DialectName | undefined, read: (text: string) => readonly Need[]): readonly Need[] {
    if (sql === undefined) return NONE
    const all = sql.all === undefined || !this.#words.standsIn(sql.all) ? NONE : read(sql.all)
    const needs = only === 'sqlite' ? weakly(all) : all
    if (sql.postgres === undefined && sql.sqlite === undefined) return needs
    const own = DIALECTS.map(dialect => {
      const text = only === undefined || only === dialect ? sql[dialect] : undefined
      if (text === undefined || !this.#words.standsIn(text)) return NONE
      // SQLite looks nothing up when a view or trigger is made (lang_createview.html, lang_createtrigger.html).
      return dialect === 'sqlite' ? weakly(read(text)) : read(text)
    })
    return [needs, ...own].flat()
  }

  #read(reading: Reading): readonly Need[] {
    const { code, relations, functions, types } = reading
    const tables = relations.map(({ path, maybe }) => ({
      ...relation(nameAt(code, path)),
      ...(maybe && { weak: maybe }),
    }))
    return [
      ...tables,
      ...functions.map((path): Need => ({ space: 'routine', key: keyOf(nameAt(code, path)), ...givenTo(code, path) })),
      ...types.map((path): Need => type(nameAt(code, path))),
      ...namesInStrings(code),
      ...others(code),
      ...this.#columns(reading),
    ]
  }

  #columns(reading: Reading): readonly Need[] {
    const { code, columns, relations } = reading
    if (columns.length === 0) return NONE
    const resolver = new Resolver(reading, this.#columnsOf)
    const root = reading.root.sources[0]?.relation
    const used = [...relations.map(({ path }) => nameAt(code, path)), ...(root === undefined ? [] : [root])]
    return columns.flatMap(mention => {
      if (mention.star) return used.map((table): Need => ({ space: 'columns', key: keyOf(table), weak: true }))
      const name = code.tokens[mention.path.at(-1)!]!.value
      const { relation: owner } = resolver.owner(mention)
      return owner === undefined ? weakly(used.map(table => column(table, name))) : [column(owner, name)]
    })
  }

  readonly #columnsOf: ColumnsOf = table => {
    this.#relations ??= columnsByRelation(this.#schema)
    return this.#relations.get(keyOf(table))?.()
  }
}

function columnsByRelation(schema: Schema): ReadonlyMap<string, () => readonly string[] | undefined> {
  const known = new Map<string, () => readonly string[] | undefined>()
  for (const { name, columns } of schema.tables.values()) known.set(keyOf(name), () => columns.map(one => one.name))
  const queried = [...schema.objects.values()].filter(object => object.kind === 'materialized view')
  for (const { name, sql, columnNames } of [...schema.views.values(), ...queried]) {
    const query = sql.postgres ?? sql.all ?? sql.sqlite
    known.set(keyOf(name), () => (query === undefined ? undefined : outputColumns(query, columnNames)))
  }
  return known
}

function nameAt(code: Code, path: readonly number[]): QName {
  const name = code.tokens[path.at(-1)!]!.value
  return path.length > 1 ? { schema: code.tokens[path.at(-2)!]!.value, name } : { name }
}

/** What a name in a text of which nothing is known may mean: the last part of it may be a column's. */
function wordsOfPath(code: Code, path: readonly number[]): readonly Need[] {
  const key = keyOf(nameAt(code, path))
  const given = argumentsAfter(code, path)
  const needs: Need[] = [
    { space: 'relation', key, weak: true },
    { space: 'type', key, weak: true },
  ]
  if (given !== undefined) needs.push({ space: 'routine', key, given, weak: true })
  if (path.length > 1) needs.push({ space: 'relation', key: keyOf(nameAt(code, path.slice(0, -1))), weak: true })
  return needs
}

/** How many arguments stand behind a name; undefined where no bracket does. */
function argumentsAfter(code: Code, path: readonly number[]): number | undefined {
  const open = path.at(-1)! + 1
  if (!isSign(code, open, '(')) return undefined
  return splitList(code, open + 1, Math.min(code.closes[open]!, code.tokens.length)).length
}

/** A trigger hands its arguments over in another way: the function of a trigger is declared without any. */
function givenTo(code: Code, path: readonly number[]): Pick<Need, 'given'> {
  const before = wordAt(code, path[0]! - 1)
  const executed = (before === 'function' || before === 'procedure') && wordAt(code, path[0]! - 2) === 'execute'
  const given = executed ? 0 : argumentsAfter(code, path)
  return given === undefined ? {} : { given }
}

/** What only an `object` makes: a collation, a text search configuration, an operator. */
function others(code: Code): readonly Need[] {
  const named = namedIn(code.text).map(({ name }): Need => ({ space: 'object', key: keyOf(name) }))
  const signs = code.tokens.flatMap((token, at): readonly Need[] =>
    token.kind === 'operator' ? [{ space: 'object', key: keyOf({ name: signAt(code, at) }), weak: true }] : NONE,
  )
  return [...named, ...signs]
}

const TAKES_SEQUENCE = new Set(['nextval', 'currval', 'setval'])
const NAMED_BY_CAST: ReadonlyMap<string, Need['space']> = new Map([
  ['regclass', 'relation'],
  ['regtype', 'type'],
  ['regproc', 'routine'],
  ['regprocedure', 'routine'],
])

/** What strings name: `nextval('orders_id_seq')`, `'orders'::regclass`. */
function namesInStrings(code: Code): readonly Need[] {
  return code.tokens.flatMap((token, at): readonly Need[] => {
    if (token.kind !== 'string') return NONE
    const cast = code.tokens[at + 1]?.text === '::' ? NAMED_BY_CAST.get(wordAt(code, at + 2)) : undefined
    const typed = NAMED_BY_CAST.get(wordAt(code, at - 1))
    const taken = isSign(code, at - 1, '(') && TAKES_SEQUENCE.has(wordAt(code, at - 2)) ? 'relation' : undefined
    const space = cast ?? typed ?? taken
    if (space === undefined) return NONE
    const inside = readCode(token.value)
    if (inside.tokens.length === 0) return NONE
    return [{ space, key: keyOf(nameAt(inside, pathAt(inside, 0, inside.tokens.length))) }]
  })
}
