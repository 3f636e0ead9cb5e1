import { describe, expect, test } from 'vitest'
import { sqlite } from '../../../compiler/dialects/sqlite/sqlite.ts'
import type { Column } from '../../../compiler/schema/column.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import {
  check,
  column,
  enumOf,
  foreign,
  id,
  index,
  primary,
  schema,
  sqlValue,
  table,
  text,
  type,
  unique,
  view,
  withHead,
} from './build.ts'
import { freshEngine, pictureOfEngine } from './journey.ts'
import { pictureOf } from './picture.ts'

const projected = (of: Table): Table => [...sqlite.project(schema(of, enumOf('mood', 'b', 'a'))).tables.values()][0]!
const declared = (of: Table) =>
  Object.fromEntries(of.columns.map(item => [item.name, (item.type.all as { sql: string }).sql]))

const TYPES: readonly (readonly [string, string, string])[] = [
  ['smallint', 'INTEGER', 'INTEGER'],
  ['int', 'INTEGER', 'INTEGER'],
  ['bigint', 'INTEGER', 'INTEGER'],
  ['decimal', 'NUMERIC', 'REAL'],
  ['decimal(12,2)', 'NUMERIC(12, 2)', 'REAL'],
  ['real', 'REAL', 'REAL'],
  ['double', 'REAL', 'REAL'],
  ['bool', 'BOOLEAN', 'INTEGER'],
  ['text', 'TEXT', 'TEXT'],
  ['varchar(20)', 'VARCHAR(20)', 'TEXT'],
  ['char(2)', 'CHAR(2)', 'TEXT'],
  ['bytes', 'BLOB', 'BLOB'],
  ['uuid', 'TEXT', 'TEXT'],
  ['date', 'TEXT', 'TEXT'],
  ['time(3)', 'TEXT', 'TEXT'],
  ['timestamp', 'TEXT', 'TEXT'],
  ['timestamptz', 'TEXT', 'TEXT'],
  ['interval', 'TEXT', 'TEXT'],
  ['json', 'TEXT', 'TEXT'],
  ['jsonb', 'TEXT', 'TEXT'],
  ['enum mood', 'TEXT', 'TEXT'],
  ['int[]', 'TEXT', 'TEXT'],
  ['raw my  type( 3,4 )', 'MY TYPE(3, 4)', 'MY TYPE(3, 4)'],
  ['raw any', 'ANY', 'ANY'],
]

describe('types', () => {
  test.each(TYPES)('%s is %s, and %s in a strict table', (name, plain, strict) => {
    expect(sqlite.spell(type(name))).toBe(plain)
    expect(declared(projected(table('t', column('c', name))))).toEqual({ c: plain })
    expect(declared(projected(withHead(table('t', column('c', name)), { strict: true })))).toEqual({ c: strict })
  })

  test.each(['inet', 'cidr', 'citext', 'tsvector', 'xml', 'money', 'int4range', 'inet[]'])('%s has no spelling', name =>
    expect(sqlite.spell(type(name))).toBeUndefined(),
  )

  test('what the type means becomes a check with a name', () => {
    const found = projected(
      table(
        't',
        column('b', 'bool'),
        column('j', 'jsonb'),
        column('k', 'json?'),
        column('e', 'enum mood?'),
        column('Order', 'text[]'),
      ),
    )
    expect(found.constraints).toEqual([
      check('t_b_bool', 'b in (0, 1)'),
      check('t_j_json', 'json_valid(j)'),
      check('t_k_json', 'k is null or json_valid(k)'),
      check('t_e_enum', "e in ('a', 'b')"),
      check('t_Order_json', 'json_valid("Order")'),
    ])
  })
})

describe('defaults', () => {
  const defaultOf = (typeText: string, value: Column['default']) =>
    projected(table('t', column('c', typeText, { default: value! }))).columns[0]!.default

  test('literals and portable calls', () => {
    expect(defaultOf('bool', { kind: 'bool', value: true })).toEqual({ kind: 'number', text: '1' })
    expect(defaultOf('enum mood', { kind: 'enum value', value: 'a' })).toEqual(text('a'))
    expect(defaultOf('int?', { kind: 'null' })).toBeUndefined()
    expect(defaultOf('timestamptz', { kind: 'call', name: 'now' })).toEqual(sqlValue('current_timestamp'))
    expect(defaultOf('date', { kind: 'call', name: 'today' })).toEqual(sqlValue('current_date'))
    expect(defaultOf('int', sqlValue(' ((5)) '))).toEqual({ kind: 'number', text: '5' })
    expect(defaultOf('text', sqlValue("('a') || ('b')"))).toEqual(sqlValue("('a') || ('b')"))
    expect(defaultOf('text', { kind: 'sql', sql: { postgres: 'version()' } })).toBeUndefined()
  })

  test('an array literal of Postgres becomes JSON, JSON stays', () => {
    expect(defaultOf('text[]', text('{}'))).toEqual(text('[]'))
    expect(defaultOf('enum mood[]', text('{a,"b, \\"c\\"",NULL,"null"}'))).toEqual(
      text('["a","b, \\"c\\"",null,"null"]'),
    )
    expect(defaultOf('int[]', text('{1, -2}'))).toEqual(text('[1,-2]'))
    expect(defaultOf('bool[]', text('{t,false}'))).toEqual(text('[true,false]'))
    expect(defaultOf('text[]', text('["x"]'))).toEqual(text('["x"]'))
    expect(defaultOf('text[]', text('{{a},{b}}'))).toEqual(text('[["a"],["b"]]'))
    expect(defaultOf('int[][]', text('{{1,NULL},{"2",10}}'))).toEqual(text('[[1,null],[2,10]]'))
    expect(defaultOf('text[]', text('{a}{b}'))).toEqual(text('{a}{b}'))
    expect(defaultOf('text', text('{}'))).toEqual(text('{}'))
  })

  test('a uuid is one of version 4, another in each row', () => {
    const engine = freshEngine(
      schema(table('t', column('id', 'uuid', { default: { kind: 'call', name: 'uuid' } }), column('n', 'int'))),
    )
    engine.exec(
      'with recursive k (n) as (select 1 union all select n + 1 from k where n < 500) insert into t (n) select n from k',
    )
    const ids = engine.query('select id from t').map(row => String(row.id))
    expect(new Set(ids).size).toBe(500)
    for (const uuid of ids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('what is left out', () => {
  test('objects for Postgres only, schemas, comments, what only Postgres has', async () => {
    const both = {
      ...schema(
        {
          ...table(
            't',
            id(),
            column('a', 'text', { comment: 'c', collate: 'nocase' }),
            column('v', 'tsvector', { only: 'postgres' }),
            primary('t_pkey', 'id'),
            unique('t_v_key', 'v'),
            {
              ...foreign('t_fk', ['id'], 'p', ['id'], { match: 'full', comment: 'c' }),
              target: { schema: 'audit', name: 'p' },
            },
            { kind: 'check', name: 'pg', sql: { postgres: 'a ~ 1' } },
            { kind: 'check', name: 'both', sql: { all: 'a <> 1', sqlite: 't.a <> "t".a' } },
            {
              name: 'i',
              keys: [{ column: 'a', opclass: 'text_ops', nulls: 'last', collate: 'binary' }],
              using: 'hash',
              include: ['id'],
              with: [['fillfactor', '70']],
              nullsNotDistinct: true,
            },
            { name: 'gin', keys: [{ column: 'v' }], using: 'gin' },
            { name: 'pg_only', keys: [{ column: 'a' }], only: 'postgres' },
            { name: 'pg_where', keys: [{ column: 'a' }], where: { postgres: 'a ~ 1' } },
          ),
          name: { schema: 'audit', name: 't' },
          comment: 'c',
          unlogged: true,
        },
        { ...table('p', id(), primary('p_pkey', 'id')), name: { schema: 'audit', name: 'p' } },
        { ...table('q', id()), only: 'postgres' },
        { ...view('v', 'select 1 as one'), name: { schema: 'audit', name: 'v' } },
        { name: { name: 'w' }, sql: { postgres: 'select now()' } },
        { name: 'tr', table: { schema: 'audit', name: 't' }, sql: { postgres: 'before insert execute function f()' } },
      ),
      schemas: new Map([['audit', { name: 'audit' }]]),
      extensions: new Map([['citext', { name: 'citext' }]]),
    }
    const found = sqlite.project(both)
    expect([found.schemas.size, found.extensions.size, found.enums.size, found.triggers.size]).toEqual([0, 0, 0, 0])
    expect([...found.tables.keys(), ...found.views.keys()]).toEqual(['t', 'p', 'v'])
    expect(found.tables.get('t')).toEqual({
      name: { name: 't' },
      columns: [
        { name: 'id', type: { all: { kind: 'raw', sql: 'INTEGER' } }, nullable: false, identity: { always: false } },
        { name: 'a', type: { all: { kind: 'raw', sql: 'TEXT' } }, nullable: false, collate: 'NOCASE' },
      ],
      constraints: [primary('t_pkey', 'id'), foreign('t_fk', ['id'], 'p', ['id']), check('both', 'a <> a')],
      indexes: [index('i', 'a')],
    })
    expect(pictureOf(found)).toBe(await pictureOfEngine(freshEngine(both)))
    expect(pictureOf(sqlite.project(found)), 'projecting twice is projecting once').toBe(pictureOf(found))
  })

  test('a counting key needs to be one INTEGER column of a table with rowids', () => {
    const counts = (of: Table) => projected(of).columns.map(item => item.identity !== undefined)
    expect(counts(table('t', id(), primary('p', 'id')))).toEqual([true])
    expect(counts(table('t', id()))).toEqual([false])
    expect(counts(table('t', id(), column('b', 'int'), primary('p', 'id', 'b')))).toEqual([false, false])
    expect(counts(withHead(table('t', id(), primary('p', 'id')), { withoutRowid: true }))).toEqual([false])
    expect(
      counts(table('t', { ...id(), type: { all: type('bigint'), sqlite: type('raw BIGINT') } }, primary('p', 'id'))),
    ).toEqual([false])
  })

  test('columns of a primary key may be null, but for the rowid and in strict tables and those without rowid', () => {
    const nullable = (type: string, head: object = {}) =>
      projected({ ...table('t', column('a', type), primary('p', 'a')), ...head }).columns[0]!.nullable
    expect(nullable('text?')).toBe(true)
    expect(nullable('int?')).toBe(false)
    expect(nullable('text?', { strict: true })).toBe(false)
    expect(nullable('text?', { withoutRowid: true })).toBe(false)
  })
})
