import { describe, expect, test } from 'vitest'
import { schemaDocument } from '../../../language/editor/schema-document.ts'
import { printSchemaUri, readSchemaUri } from '../../../language/editor/schema-uri.ts'
import { loadProject } from '../../../language/load.ts'
import { schemaOf } from '../../../language/planning/open-history.ts'
import { pastOfTexts } from './past-of.ts'

const HEAD = 'project p {\n  targets postgres 14\n}\n'

const past = pastOfTexts(
  `${HEAD}enum mood {\n  sad\n  ok\n}\n/// Who buys.\ntable users {\n  id int primary\n  mail text unique\n}\ntable b {\n  id int -> users\n}\n`,
  `${HEAD}enum mood {\n  sad\n  ok\n}\ntable users {\n  id int primary\n  email text unique was mail\n  mood mood default ok\n}\ntable a was b {\n  id int -> users\n}\nview v = \`select id from users\`\n`,
)
const ids = [...past.revisions.keys()]

describe('the schema at a revision', () => {
  test('says which one it is, and is canonical text in the order of the names', () => {
    expect(schemaDocument(past, ids[0]!)).toBe(`// The schema after revision ${ids[0]}
// change 1
// created 2026-01-05T05:30:00Z

enum mood {
  sad
  ok
}

table b {
  id int -> users
}

/// Who buys.
table users {
  id   int primary
  mail text unique
}
`)
  })

  test('names the parents', () => {
    expect(schemaDocument(past, ids[1]!)).toContain(`// after ${ids[0]}\n`)
  })

  test.each(ids)('reads as the schema that the fold gives: %s', id => {
    const text = HEAD + schemaDocument(past, id)
    const { schema, diagnostics } = loadProject('/p/schema.mig', () => text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const folded = schemaOf({ ...past, history: { revisions: [], problems: [] } }, [id])
    expect(new Set(schema.tables.keys())).toEqual(new Set(folded.tables.keys()))
    for (const [key, table] of schema.tables) expect(table.columns).toEqual(folded.tables.get(key)!.columns)
    for (const [key, one] of schema.enums) expect(one).toEqual(folded.enums.get(key))
    for (const [key, view] of schema.views) expect(view).toEqual(folded.views.get(key))
  })

  test('two of them differ only where the schemas do', () => {
    const [before, after] = ids.map(id => schemaDocument(past, id).split('\n'))
    const gone = before!.filter(line => !after!.includes(line) && !line.startsWith('// '))
    expect(gone).toEqual(['table b {', '/// Who buys.', '  id   int primary', '  mail text unique'])
  })

  test('before the first revision there is nothing', () => {
    expect(schemaDocument(past, 'base')).toBe('// The schema before the first revision\n\n// It holds nothing.\n')
  })

  test('an id that no revision has', () => {
    expect(schemaDocument(past, 'beef')).toBe('// There is no revision beef.\n')
  })

  test('a message of several lines stays in the comment', () => {
    const [first] = past.revisions.values()
    const revisions = new Map([
      [ids[0]!, { ...first!, revision: { ...first!.revision, message: 'one\r\ntable x {}' } }],
    ])
    expect(schemaDocument({ graph: past.graph, revisions }, ids[0]!)).toContain('// one\n// table x {}\n// created')
  })

  test('what stands on a revision that cannot be read is not known', () => {
    const revisions = new Map([...past.revisions].slice(1))
    expect(schemaDocument({ graph: past.graph, revisions }, ids[1]!)).toContain(
      `\n// Revision ${ids[0]}, on which it stands, cannot be read.\n`,
    )
  })

  test('steps that do not fit are told', () => {
    const second = past.revisions.get(ids[1]!)!
    const steps = [...second.revision.steps, ...second.revision.steps]
    const revisions = new Map([...past.revisions, [ids[1]!, { ...second, revision: { ...second.revision, steps } }]])
    expect(schemaDocument({ graph: past.graph, revisions }, ids[1]!)).toMatch(
      /^\/\/ Step \d+ of revision .*does not fit/m,
    )
  })
})

describe('the address of a schema', () => {
  test.each([
    ['/shop/migrations', 'b5fa6c4653db', 'mig-schema:///shop/migrations/b5fa6c4653db.mig'],
    ['/my shop/mïg%rations', 'base', 'mig-schema:///my%20shop/m%C3%AFg%25rations/base.mig'],
  ])('%s %s', (migrations, revision, uri) => {
    expect(printSchemaUri({ migrations, revision })).toBe(uri)
    expect(readSchemaUri(uri)).toEqual({ migrations, revision })
  })

  test.each([
    'file:///shop/migrations/a.mig',
    'mig-schema:',
    'mig-schema:///a/b.sql',
    'mig-sql:///a/b.mig',
    'mig-schema:///%zz.mig',
  ])('is not %s', uri => expect(readSchemaUri(uri)).toBeUndefined())
})
