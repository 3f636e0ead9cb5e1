import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Scoped, scopesAt, tokenize } from './tokenize.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')

/** A page as a text of the language: what stands outside of its examples is left out. */
function blocksOf(page: string): string {
  return [...page.matchAll(/^```mig[^\n]*\n([\s\S]*?)^```/gm)].map(([, block]) => block).join('\n')
}

/** In a text, what stands between `«` and `»` in a stretch of it has this scope, the innermost one. */
type Row = readonly [stretch: string, scope: string]

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'test/language/shop.mig': [
    ['«project» shop {', 'keyword.declaration.mig'],
    ['project «shop» {', 'entity.name.namespace.mig'],
    ['«targets» postgres 14', 'keyword.other.mig'],
    ['targets «postgres» 14', 'keyword.other.dialect.mig'],
    ['sqlite «3.38»', 'constant.numeric.mig'],
    ['«import» ', 'keyword.control.import.mig'],
    ["'«./billing.mig»'", 'string.quoted.single.mig'],
    ['//« a whole file»', 'comment.line.double-slash.mig'],
    ['{ «owned» }', 'variable.other.import.mig'],
    ['} «from» ', 'keyword.control.from.mig'],
    ['extension «citext»', 'entity.name.namespace.mig'],
    ['citext «only» postgres', 'keyword.other.modifier.mig'],
    ['///« What an order can be.»', 'comment.line.documentation.mig'],
    ['enum «order_status» {', 'entity.name.type.enum.mig'],
    ['«shipped» was sent', 'variable.other.enummember.mig'],
    ['shipped «was» sent', 'keyword.other.hint.mig'],
    ['shipped was «sent»', 'variable.other.past.mig'],
    ['«removed» cancelled', 'keyword.other.hint.mig'],
    ['cancelled «->» refunded', 'keyword.operator.reference.mig'],
    ['type «document» =', 'entity.name.type.mig'],
    ['= «json», postgres', 'support.type.mig'],
    ['«postgres» jsonb', 'keyword.other.dialect.mig'],
    ['mixin «timestamps» {', 'entity.name.type.mixin.mig'],
    ['timestamptz default «now»()', 'support.function.mig'],
    ['table «customers» was', 'entity.name.type.table.mig'],
    ['id         bigint «identity» primary', 'keyword.other.modifier.mig'],
    ['email      «folded» unique', 'entity.name.type.mig'],
    ['`«first_name »||', 'meta.embedded.block.sql'],
    ['first_name «||»', 'keyword.operator.sql'],
    ["in («'»pending", 'punctuation.definition.string.begin.sql'],
    ["('«pending»'", 'string.quoted.single.sql'],
    ['last_name` «stored»', 'keyword.other.modifier.mig'],
    ["«backfill» 'US'", 'keyword.other.hint.mig'],
    ['char(«2»)', 'constant.numeric.mig'],
    ['smallint«?»', 'keyword.operator.nullable.mig'],
    ['«convert» `cast', 'keyword.other.hint.mig'],
    ['`«cast»(nullif', 'entity.name.function.sql'],
    ["'') «as» smallint", 'keyword.other.sql'],
    ['as «smallint»)', 'storage.type.sql'],
    ['«include» timestamps', 'keyword.other.mig'],
    ['include «timestamps»', 'entity.name.type.mixin.mig'],
    ['«index» customers_search', 'keyword.declaration.mig'],
    ['index «customers_search» (', 'entity.name.section.index.mig'],
    ['«last_name» desc', 'variable.other.column.mig'],
    ['last_name «desc» nulls', 'keyword.other.modifier.mig'],
    ['«where» `age', 'keyword.other.modifier.mig'],
    ['is not «null»', 'constant.language.sql'],
    ['settings «jsonb_path_ops»', 'support.constant.opclass.mig'],
    ['using «gin»', 'support.constant.method.mig'],
    ['check «adult» `', 'entity.name.section.constraint.mig'],
    ['bigint -> «customers» on', 'entity.name.type.table.mig'],
    ['on delete «cascade» index', 'keyword.other.modifier.mig'],
    ['default «pending»', 'variable.other.enummember.mig'],
    ['«"order"»     int', 'variable.other.column.mig'],
    ['«index»       int?', 'variable.other.column.mig'],
    ['initially «deferred»', 'keyword.other.modifier.mig'],
    ['view «open_orders» =', 'entity.name.type.view.mig'],
    ['«select» o.id', 'keyword.other.sql'],
    ['from «orders» o', 'entity.name.type.table.sql'],
    ['trigger «orders_touch» on', 'entity.name.function.trigger.mig'],
    ['orders_touch on «orders» {', 'entity.name.type.table.mig'],
    ['«sqlite»   `after', 'keyword.other.dialect.mig'],
    ['where id = «new».id', 'variable.language.sql'],
  ],
  'docs/language.md': [
    ['«table»   text           //', 'variable.other.column.mig'],
    ['«"größe"» text?', 'variable.other.column.mig'],
    ["it«''»s new", 'constant.character.escape.mig'],
    ['/*« and one that needs quotes »*/', 'comment.block.mig'],
    ['env «DATABASE_URL»', 'variable.other.environment.mig'],
    ['position `«point»` only', 'meta.embedded.block.sql'],
    ['(«start» 1000', 'keyword.other.modifier.mig'],
    ['«without» rowid', 'keyword.other.modifier.mig'],
    ['fastupdate = «off»', 'constant.other.mig'],
    ['collate «nocase» only', 'support.constant.collation.mig'],
    ['«"do it now"»', 'variable.other.enummember.mig'],
    ["extension postgis schema audit «version» '3.4'", 'keyword.other.modifier.mig'],
    ['table «audit.events»', 'entity.name.type.table.mig'],
    ['«dropped» nickname', 'keyword.other.hint.mig'],
    ['dropped «nickname»', 'variable.other.past.mig'],
    ['dropped «table» carts', 'keyword.declaration.mig'],
  ],
  'test/language/history.mig': [
    ['revision «b5fa6c4653db»', 'constant.other.revision.mig'],
    ['«after» ab52a8c0fcb8', 'keyword.other.mig'],
    ['«2026-01-05T05:30:00Z»', 'constant.numeric.timestamp.mig'],
    ['needs 1e5f00000000, «123456789012»', 'constant.other.revision.mig'],
    ['allow «MIG204»', 'constant.other.hazard.mig'],
    ['«rename» column', 'keyword.declaration.mig'],
    ['«workouts.reps_count» to', 'variable.other.past.mig'],
    ['add column «users»: avatar', 'entity.name.type.table.mig'],
    ['text? «to» age', 'keyword.other.mig'],
    ['strict to «plain»', 'keyword.other.modifier.mig'],
    ['«down» none', 'keyword.other.mig'],
  ],
}

describe.each(Object.entries(ROWS))('%s', (path, rows) => {
  const page = readFileSync(join(ROOT, path), 'utf8')
  const text = path.endsWith('.md') ? blocksOf(page) : page
  const tokens: readonly Scoped[] = tokenize(text)

  test.each(rows)('%s', (stretch, scope) => {
    const [before, word, after] = stretch.split(/[«»]/)
    const at = text.indexOf(before! + word + after)
    expect(at).toBeGreaterThanOrEqual(0)
    expect(scopesAt(tokens, at + before!.length).at(-1)).toBe(scope)
    expect(scopesAt(tokens, at + before!.length + word!.length - 1)).toContain(scope)
  })
})

test.each([
  ['a `b ``c`` d` e', 'SQL with doubled backticks goes on', ' d'],
  ['  x text check `a -- b', 'a comment of SQL ends with its backtick', '-- b'],
])('%s: %s', (line, _, word) => {
  const text = `table t {\n  ${line}\n`
  expect(scopesAt(tokenize(text), text.indexOf(word))[0]).toBe('meta.embedded.block.sql')
})

test('a comment and a string of SQL end where the backtick does', () => {
  const text = "table t {\n  a text check `a -- b` stored\n  b text check `'c` stored\n  c text\n}\n"
  const tokens = tokenize(text)
  for (const at of [text.indexOf('stored'), text.lastIndexOf('stored')])
    expect(scopesAt(tokens, at)).toEqual(['keyword.other.modifier.mig'])
  expect(scopesAt(tokens, text.indexOf('c text'))).toEqual(['variable.other.column.mig'])
})

test('dollar quotes hold SQL, and end with their own tag', () => {
  const text =
    "sql 'f' {\n  up `create function f() returns int as $x$\nbegin\n  return $$a$$;\nend\n$x$ language plpgsql`\n}\n"
  const tokens = tokenize(text)
  const of = (word: string) => scopesAt(tokens, text.indexOf(word)).at(-1)
  expect([of('$x$'), of('begin'), of('language')]).toEqual([
    'punctuation.definition.dollar-quote.sql',
    'keyword.other.sql',
    'keyword.other.sql',
  ])
})
