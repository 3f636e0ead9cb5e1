import { isDeepStrictEqual } from 'node:util'
import type { Grammar } from 'langium'
import { describe, expect, test } from 'vitest'
import { diff } from '../../compiler/diff/diff.ts'
import { EMPTY_SCHEMA } from '../../compiler/schema/schema.ts'
import { invertSteps } from '../../compiler/steps/invert.ts'
import { MigGrammar } from '../../language/generated/grammar.ts'
import { declarationWords, keywords } from '../../language/lexer/token-types.ts'
import { parseText, readText } from '../../language/parse.ts'
import { printRevision } from '../../language/print/revision.ts'
import { printSchema } from '../../language/print/schema.ts'
import { readRevision } from '../../language/revision-text.ts'
import { briefly, loadDeclarations, loadText } from './load-text.ts'

const grammar: Grammar = MigGrammar()
const words = keywords(grammar).filter(word => /^\w+$/.test(word))

test('the grammar has keywords', () => {
  expect(words.length).toBeGreaterThan(80)
  expect([...declarationWords(grammar)]).toEqual(expect.arrayContaining(['table', 'enum', 'revision', 'sql', 'alter']))
})

describe.each(words)('%s is a name', word => {
  test('of a column, without quotes', () => {
    const { schema, ...loaded } = loadDeclarations(
      `table t {\n  ${word} int?\n  a int\n  ${word}_ ${word === 'postgres' ? 'int' : 'text'} default 'x'\n}\n`,
    )
    expect(briefly(loaded)).toEqual([])
    expect(schema.tables.get('t')?.columns.map(column => column.name)).toEqual([word, 'a', `${word}_`])
  })

  test('of a column of any type', () => {
    // `dropped text` says that the column `text` is meant to go.
    const column = word === 'dropped' ? '"dropped"' : word
    for (const type of ['text', 'text? unique']) {
      const { schema, ...loaded } = loadDeclarations(`table t {\n  id int\n  ${column} ${type}\n}\n`)
      expect(briefly(loaded)).toEqual([])
      expect(schema.tables.get('t')?.columns.map(column => column.name)).toEqual(['id', word])
    }
  })

  test('of a table, an index, a constraint and a column that they use', () => {
    const { schema, ...loaded } = loadDeclarations(
      `table ${word} {\n  ${word} int primary\n  b int -> ${word}\n\n  unique "${word}" (${word}, b)\n  index ${word}_ (${word}, b)\n}\n`,
    )
    expect(briefly(loaded)).toEqual([])
    const table = schema.tables.get(word)
    expect(table?.columns[0]?.name).toBe(word)
    expect(table?.constraints.at(-1)).toMatchObject({ name: word, columns: [word, 'b'] })
    expect(table?.indexes[0]?.keys[0]).toEqual({ column: word })
  })

  test('of an enum, its value and a default', () => {
    const value = /^(?:null|true|false)$/.test(word) ? `"${word}"` : word
    const { schema, ...loaded } = loadDeclarations(
      `enum ${word} {\n  ${word}\n}\ntable t {\n  a "${word}" default ${value}\n}\n`,
    )
    expect(briefly(loaded)).toEqual([])
    expect(schema.enums.get(word)?.values).toEqual([word])
    expect(schema.tables.get('t')?.columns[0]).toMatchObject({
      type: { all: { kind: 'enum', name: { name: word } } },
      default: { kind: 'enum value', value: word },
    })
  })

  test('in a revision', () => {
    const { revision, diagnostics } = readRevision(
      `revision a 'x'\ncreated 2026-01-05T05:30:00Z\nadd column ${word}: ${word} int\nrename column ${word}.${word} to ${word}\n`,
      'r',
    )
    expect(diagnostics).toEqual([])
    expect(revision?.steps).toMatchObject([
      { table: { name: word }, column: { name: word } },
      { table: { name: word }, from: word, to: word },
    ])
  })
})

const HEAD = {
  id: 'a',
  message: 'x',
  parents: [],
  needs: [],
  labels: [],
  created: '2026-01-05T05:30:00Z',
  allows: [],
}

/** Words behind which a name may stand in a grant: there the parser is asked, too, which takes its time. */
const KINDS = /^(?:table|sequence|function|procedure|schema|type|domain|language|foreign|database)$/

/** Everything that can have a name, each called by the word or nearly so, in the schema `place`. */
function everythingCalled(word: string, place = ''): string {
  const name = `${place}"${word}"`
  const near = (end: string) => `${place}"${word}_${end}"`
  return `${place === '' ? '' : `schema ${place.slice(0, -1)}\n`}
enum ${near('e')} {
  "${word}"
}
table ${name} partition by list ("${word}") {
  id int
  "${word}" int?
  check "${word}_k" \`id > 0\`
  index "${word}_i" ("${word}")
}
table ${near('t')} inherits ${place}"b" {
  "${word}" int default 1
}
table ${place}"b" {
  "${word}" int default 1
}
view ${near('v')} ("${word}") = \`select 1\`
materialized view ${near('m')} = \`select 1 as a\`
sequence ${near('s')} owned by ${name}.id
function ${name}("${word}" int) returns int = \`select 1\`
procedure ${near('p')}() = \`select 1\`
domain ${near('d')} = text check "${word}" \`value > ''\`
composite ${near('c')} {
  "${word}" int
}
range ${near('r')} = int
policy "${word}" on ${name} for select to "${word}", "b" using \`true\`
rule "${word}" on ${name} = \`on delete do instead nothing\`
trigger "${word}" on ${name} = \`before update for each row execute function f()\`
object ${near('o')} {
  create \`create role r\`
  drop \`drop role r\`
}
grant select, update ("${word}") on table ${name} to "${word}"
grant usage on type ${near('e')} to "${word}" with grant option
grant execute on function ${name}(int) to "${word}"
grant usage on schema ${place === '' ? `"${word}"` : place.slice(0, -1)} to "${word}"
grant usage on sequence ${near('s')} to "${word}"
grant usage on foreign server "${word}" to "${word}"
grant usage on language "${word}" to "${word}"
`
}

test('whatever is called by a word of the language is printed so that it is read again', () => {
  const project = 'project p { targets postgres 18 }\n'
  const wrong = words.flatMap(word =>
    (KINDS.test(word) ? ['', `"${word}".`] : ['']).flatMap(place => {
      const first = loadText(project + everythingCalled(word, place))
      const printed = printSchema(first.schema)
      const again = loadText(project + printed)
      const said = [...briefly(first), ...briefly(again)]
      if (!isDeepStrictEqual(first.schema, again.schema)) said.push('another schema')
      if (!readText(printed, 'f').straight) said.push('not straight')
      if (KINDS.test(word)) said.push(...parseText(printed, 'f').errors.map(({ message }) => message))
      return said.length === 0 ? [] : [[word, place, ...said]]
    }),
  )
  expect(wrong).toEqual([])
})

test('steps about it, too', () => {
  const wrong = words
    .filter(word => KINDS.test(word))
    .flatMap(word => {
      const { schema } = loadText(`project p { targets postgres 18 }\n${everythingCalled(word)}`)
      const made = diff(EMPTY_SCHEMA, schema)
      const steps = [...made, ...invertSteps(made)]
      const { revision, diagnostics } = readRevision(printRevision({ ...HEAD, steps }), 'r')
      return isDeepStrictEqual(revision?.steps, steps) ? [] : [[word, ...briefly({ diagnostics })]]
    })
  expect(wrong).toEqual([])
})

describe('where a word could be read in two ways', () => {
  const columns = (line: string) => {
    const { schema, ...loaded } = loadDeclarations(
      `mixin m {\n  x int\n}\nenum e {\n  a\n}\ntable t {\n  id int\n  ${line}\n}\n`,
    )
    return [
      ...briefly(loaded),
      ...(schema.tables
        .get('t')
        ?.columns.slice(1)
        .map(column => column.name) ?? []),
    ]
  }

  test('include is a mixin where there is one, and a column where there is a type', () => {
    expect(columns('include m')).toEqual(['x'])
    expect(columns('include text')).toEqual(['include'])
    expect(columns('include e')).toEqual(['include'])
    expect(columns('include text?')).toEqual(['include'])
    expect(columns('"include" m')).toEqual(['10:13 MIG120 There is no type `m`.', 'include'])
    expect(columns('include nothing')).toEqual(['10:11 MIG121 There is no mixin `nothing`.'])
  })

  test('dropped is a hint unless its name is a type: then the text must say more', () => {
    expect(columns('dropped old')).toEqual([])
    expect(columns('dropped "date"')).toEqual([])
    expect(columns('"dropped" date')).toEqual(['dropped'])
    expect(columns('dropped date?')).toEqual(['dropped'])
    expect(columns('dropped date')).toEqual([
      '10:3 MIG127 `dropped date` could declare a column called `dropped`, since `date` is a type.',
    ])
  })

  test('unique index is an index, unique "index" a constraint', () => {
    const of = (line: string) => loadDeclarations(`table t {\n  a int\n  ${line}\n}\n`).schema.tables.get('t')
    expect(of('unique index (a)')).toMatchObject({ constraints: [], indexes: [{ name: 't_a_idx', unique: true }] })
    expect(of('unique index by_a (a)')).toMatchObject({ indexes: [{ name: 'by_a', unique: true }] })
    expect(of('unique "index" (a)')).toMatchObject({ constraints: [{ kind: 'unique', name: 'index' }], indexes: [] })
    expect(of('unique index')?.columns.map(column => column.name)).toEqual(['a', 'unique'])
  })

  test('a database before SQL limits it, before a type gives the spelling', () => {
    const of = (line: string) => loadDeclarations(`table t {\n  a int\n  ${line}\n}\n`).schema.tables.get('t')
    expect(of('check postgres `a > 0`')?.constraints).toEqual([
      { kind: 'check', name: 't_a_check', sql: { postgres: 'a > 0' } },
    ])
    expect(of('check "postgres" `a > 0`')?.constraints).toMatchObject([{ name: 'postgres', sql: { all: 'a > 0' } }])
    expect(of('postgres int')?.columns[1]?.name).toBe('postgres')
    expect(of('sqlite postgres jsonb, sqlite text')?.columns[1]).toMatchObject({
      name: 'sqlite',
      type: { postgres: { name: 'jsonb' }, sqlite: { name: 'text' } },
    })
  })

  test('a word that starts declarations does so at the left margin only where one can stand', () => {
    const { ast, errors } = parseText('table a {\ntype text\nview int\ntable bool\n}\n\ntype x = text\n', 'f')
    expect(errors).toEqual([])
    expect(ast.elements.map(element => element.$type)).toEqual(['TableDeclaration', 'TypeDeclaration'])
  })
})
