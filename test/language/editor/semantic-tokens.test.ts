import { GrammarAST } from 'langium'
import { describe, expect, test } from 'vitest'
import { childrenOf } from '../../../language/editor/node-at.ts'
import type { ProjectModel } from '../../../language/editor/project-model.ts'
import { CHILDREN, sortedChildren } from '../../../language/editor/semantic-tokens/children.ts'
import { LEGEND } from '../../../language/editor/semantic-tokens/legend.ts'
import { semanticTokens } from '../../../language/editor/semantic-tokens/semantic-tokens.ts'
import { MigGrammar } from '../../../language/generated/grammar.ts'
import { type Parsed, readText } from '../../../language/parse.ts'
import { marked } from './marked.ts'
import { HISTORY, prefixes, SHOP, shopWith } from './shop.ts'

interface Shown {
  readonly line: number
  readonly column: number
  readonly text: string
  readonly as: string
}

function tokensOf(model: ProjectModel, parsed: Parsed, range?: Parameters<typeof semanticTokens>[2]): readonly Shown[] {
  const { data } = semanticTokens(model, parsed, range)
  const lines = parsed.text.split('\n')
  const shown: Shown[] = []
  let line = 0
  let column = 0
  for (let at = 0; at < data.length; at += 5) {
    line += data[at]!
    column = data[at]! > 0 ? data[at + 1]! : column + data[at + 1]!
    const modifiers = LEGEND.tokenModifiers.filter((_, bit) => (data[at + 4]! & (1 << bit)) !== 0)
    const text = lines[line]?.slice(column, column + data[at + 2]!) ?? ''
    shown.push({ line, column, text, as: [LEGEND.tokenTypes[data[at + 3]!], ...modifiers].join('.') })
  }
  return shown
}

/** The tokens of the last line of a text, as `word type`. */
function lastLine(text: string): readonly string[] {
  const { model, file } = marked(text)
  const tokens = tokensOf(model, file('schema.mig'))
  const last = file('schema.mig').text.trimEnd().split('\n').length - 1
  return tokens.filter(({ line }) => line === last).map(token => `${token.text} ${token.as}`)
}

const AROUND =
  'enum tier {\n  free\n}\ntype note = text\ntable users {\n  id bigint primary\n  email text\n  tier tier\n}\n'

describe('a line', () => {
  test.each([
    [
      'schema audit only postgres',
      'schema keyword',
      'audit namespace.declaration',
      'only modifier',
      'postgres modifier',
    ],
    ['dropped table users', 'dropped decorator', 'table keyword', 'users class'],
    [
      'type code = varchar(3), postgres citext',
      ...['type keyword', 'code type.declaration', '= operator', 'varchar type.defaultLibrary', '3 number'],
      ...['postgres modifier', 'citext type.defaultLibrary'],
    ],
    [
      "view v = `select email, 'free', count(*) from users u where u.tier = 'free' -- all`",
      ...['view keyword', 'v class.declaration.readonly', '= operator', 'select keyword', 'email property'],
      ...[
        "'free' string",
        'count function',
        '* operator',
        'from keyword',
        'users class',
        'u variable',
        'where keyword',
      ],
      ...['u variable', 'tier property', '= operator', "'free' enumMember", '-- all comment'],
    ],
    [
      'view v = `select cast(id as text), id::text, $1 from users`',
      ...[
        'view keyword',
        'v class.declaration.readonly',
        '= operator',
        'select keyword',
        'cast keyword',
        'id property',
      ],
      ...['as keyword', 'text type.defaultLibrary', 'id property', ':: operator', 'text type.defaultLibrary'],
      ...['$1 parameter', 'from keyword', 'users class'],
    ],
  ])('%s', (line, ...expected) => {
    expect(lastLine(AROUND + line)).toEqual(expected)
  })

  test.each([
    [
      'index int -> users (id) on delete set null index',
      ...['index property.declaration', 'int type.defaultLibrary', '-> operator', 'users class', 'id property'],
      ...['on modifier', 'delete modifier', 'set modifier', 'null modifier', 'index modifier'],
    ],
    ['check text', 'check property.declaration', 'text type.defaultLibrary'],
    [
      'tier tier? default free',
      'tier property.declaration',
      'tier enum',
      '? operator',
      'default modifier',
      'free enumMember',
    ],
    ['body note was text', 'body property.declaration', 'note type', 'was decorator', 'text property'],
    [
      "a text default null backfill 'x'",
      'a property.declaration',
      'text type.defaultLibrary',
      'default modifier',
      'null keyword',
      'backfill decorator',
      "'x' string",
    ],
    [
      'at timestamptz default now()',
      'at property.declaration',
      'timestamptz type.defaultLibrary',
      'default modifier',
      'now function.defaultLibrary',
    ],
    [
      'unique key_name (primary, foreign)',
      'unique keyword',
      'key_name variable.declaration',
      'primary property',
      'foreign property',
    ],
    [
      'unique index (a desc) where `a > 0`',
      'unique keyword',
      'index keyword',
      'a property',
      'desc modifier',
      'where modifier',
      'a variable',
      '> operator',
      '0 number',
    ],
    [
      'index i (a b_ops) using gin with (x = off) was j',
      'index keyword',
      'i variable.declaration',
      'a property',
      'b_ops variable',
      'using modifier',
      'gin variable',
      'with modifier',
      'x parameter',
      '= operator',
      'was decorator',
      'j variable',
    ],
    [
      'foreign (a) -> audit.events (id) match full',
      'foreign keyword',
      'a property',
      '-> operator',
      'audit namespace',
      'events class',
      'id property',
      'match modifier',
      'full modifier',
    ],
    ['dropped old backfill 0', 'dropped decorator', 'old property', 'backfill decorator', '0 number'],
    [
      'b text = `a || ``c``` stored',
      'b property.declaration',
      'text type.defaultLibrary',
      '= operator',
      'a variable',
      '|| operator',
      '``c`` variable',
      'stored modifier',
    ],
  ])('in a table: %s', (line, ...expected) => {
    expect(lastLine(`${AROUND}table t {\n  ${line}\n`)).toEqual(expected)
  })
})

test('a revision', () => {
  const parsed = readText(HISTORY, '/r.mig')
  const shown = tokensOf(shopWith('').model, parsed).map(token => `${token.text} ${token.as}`)
  expect(shown.slice(0, 5)).toEqual([
    'revision keyword',
    'b5fa6c4653db variable.readonly',
    "'add exercises' string",
    'after modifier',
    'ab52a8c0fcb8 variable.readonly',
  ])
  expect(shown.join('\n')).toContain(
    'rename keyword\ncolumn keyword\nworkouts class\nreps_count property\nto keyword\ntotal_reps property',
  )
  expect(shown.join('\n')).toContain('into keyword\nexercises class\nname variable\nvalues keyword')
})

test('comments, and what goes over several lines', () => {
  const { model, file } = marked(
    "/// doc\ntable t {\n  a text // x\n  /* y\n     z */\n  b text default `'p\n  q'`\n}\n",
  )
  const shown = tokensOf(model, file('schema.mig')).map(token => `${token.text} ${token.as}`)
  expect(shown).toEqual(
    expect.arrayContaining([
      '/// doc comment.documentation',
      '// x comment',
      '/* y comment',
      'z */ comment',
      "'p string",
      "q' string",
    ]),
  )
})

test('a part of the file has the tokens that the whole has there', () => {
  const { model, parsed } = shopWith(SHOP)
  const all = tokensOf(model, parsed)
  const lines = SHOP.split('\n').length
  for (let line = 0; line < lines; line += 3) {
    const range = { start: { line, character: 0 }, end: { line: line + 4, character: 0 } }
    const within = all.filter(
      token => token.line >= line && (token.line < line + 4 || (token.line === line + 4 && token.column === 0)),
    )
    expect(tokensOf(model, parsed, range), `line ${line}`).toEqual(within)
  }
})

test('the table of children has all of them', () => {
  for (const text of [SHOP, HISTORY]) {
    const visit = (node: Parameters<typeof childrenOf>[0]): void => {
      const expected = [...childrenOf(node)].sort((a, b) => a.$cstNode!.offset - b.$cstNode!.offset)
      if (node.$type !== 'File') expect(sortedChildren(node), node.$type).toEqual(expected)
      for (const child of expected) visit(child)
    }
    visit(readText(text, '/x.mig').ast)
  }
})

test('every prefix: in order, without overlaps, within its line', () => {
  for (const { model, parsed, end } of prefixes()) {
    const lines = parsed.text.split('\n')
    let before = { line: 0, end: 0 }
    for (const { line, column, text } of tokensOf(model, parsed)) {
      expect(line > before.line || (line === before.line && column >= before.end), `prefix ${end}`).toBe(true)
      expect(text.length, `prefix ${end}`).toBeGreaterThan(0)
      before = { line, end: column + text.length }
      expect(before.end).toBeLessThanOrEqual(lines[line]!.length)
    }
  }
}, 30_000)

test('ten thousand lines', () => {
  const table = (at: number) =>
    `/// doc\ntable t${at} {\n  id bigint identity primary\n  a int? check \`a > ${at} and a is not null\`\n  b bigint -> t0 on delete cascade index\n}\n`
  const { model, parsed } = shopWith(
    `project p {\n  targets sqlite\n}\n${Array.from({ length: 1700 }, (_, at) => table(at)).join('')}`,
  )
  semanticTokens(model, parsed)
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    expect(semanticTokens(model, parsed).data.length).toBeGreaterThan(100_000)
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(600)
})

test('the parts of each node are known', () => {
  const { interfaces } = MigGrammar()
  const isNode = (type: GrammarAST.TypeDefinition | undefined): boolean => {
    if (GrammarAST.isArrayType(type)) return isNode(type.elementType)
    if (GrammarAST.isUnionType(type)) return type.types.some(isNode)
    const named = GrammarAST.isSimpleType(type) ? type.typeRef?.ref : undefined
    return GrammarAST.isInterface(named) || (GrammarAST.isType(named) && isNode(named.type))
  }
  const partsOf = ({ attributes, superTypes }: GrammarAST.Interface): readonly string[] => [
    ...attributes.filter(({ type }) => isNode(type)).map(({ name }) => name),
    ...superTypes.flatMap(({ ref }) => (GrammarAST.isInterface(ref) ? partsOf(ref) : [])),
  ]
  const holders = new Set(interfaces.flatMap(({ superTypes }) => superTypes.map(({ ref }) => ref?.name)))
  const parts = interfaces
    .filter(({ name }) => name !== 'File' && !holders.has(name))
    .map(one => [one.name, [...new Set(partsOf(one))].sort()] as const)
  const known = parts.map(([name]) => [name, (CHILDREN[name] ?? []).toSorted()] as const)
  expect(known).toEqual(parts)
})
