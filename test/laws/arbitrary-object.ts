import fc from 'fast-check'
import type { QName } from '../../compiler/schema/name.ts'
import type { DbObject, ObjectKind, ObjectOf } from '../../compiler/schema/objects/db-object.ts'
import { idOf, type ObjectId, objectKey } from '../../compiler/schema/objects/object-key.ts'
import type { Argument, Routine } from '../../compiler/schema/objects/routine.ts'
import { plainSequence } from '../../compiler/schema/objects/sequence.ts'
import { arbitraryDotted, arbitraryOnly, arbitraryType, arbitraryValue } from './arbitrary-column.ts'
import { arbitraryIndex } from './arbitrary-table.ts'
import {
  arbitraryColumnNames,
  arbitraryComment,
  arbitraryName,
  arbitrarySql,
  maybe,
  PLAIN,
  perDialect,
} from './arbitrary-text.ts'

const qName: fc.Arbitrary<QName> = fc
  .tuple(arbitraryName, maybe('schema', arbitraryName))
  .map(([name, schema]) => ({ ...schema, name }))

const member = fc
  .tuple(
    maybe('comment', arbitraryComment),
    maybe('only', arbitraryOnly),
    maybe('dependsOn', fc.array(qName, { minLength: 1, maxLength: 2 })),
  )
  .map(([comment, only, dependsOn]) => ({ ...comment, ...only, ...dependsOn }))

const type = fc.constantFrom(
  'integer',
  'text[]',
  'timestamp with time zone',
  'double precision',
  'character varying',
  'audit."Mood"',
  '"char"',
  'users',
)
const value = fc.constantFrom('0', '-1', "'it''s'", "'{}'::text[]", "now() - '1 day'::interval", 'a || b', 'null')
/** A name that SQL keeps letter by letter: an argument's name is a name of Postgres. */
const argument: fc.Arbitrary<Argument> = fc
  .tuple(
    maybe('mode', fc.constantFrom('out' as const, 'inout' as const, 'variadic' as const)),
    maybe('name', arbitraryName),
    type,
    maybe('default', value),
  )
  .map(([mode, name, one, byDefault]) => ({ ...mode, ...name, type: one, ...byDefault }))

const options = fc
  .tuple(
    fc.constantFrom('sql', 'plpgsql'),
    maybe('volatility', fc.constantFrom('immutable' as const, 'stable' as const)),
    maybe('strict', fc.constant(true as const)),
    maybe('securityDefiner', fc.constant(true as const)),
    maybe('leakproof', fc.constant(true as const)),
    maybe('parallel', fc.constantFrom('safe' as const, 'restricted' as const)),
    maybe('cost', fc.constantFrom('10', '0.5')),
    maybe('rows', fc.constantFrom('5')),
    maybe(
      'set',
      fc.constantFrom<readonly (readonly [string, string])[]>(
        [['search_path', 'public, pg_temp']],
        [
          ['work_mem', "'64MB'"],
          ['app.user', "'it''s'"],
        ],
      ),
    ),
  )
  .map(([language, ...rest]) => Object.assign({ language }, ...rest) as Pick<Routine, 'language'>)

const routine = fc
  .tuple(qName, fc.array(argument, { maxLength: 3 }), options, arbitrarySql, member)
  .map(([name, list, how, sql, more]) => ({ name, arguments: list, ...how, sql, ...more }))

const number = fc.constantFrom('5', '-5', '100', '9223372036854775806')

const PRIVILEGES = {
  table: [{ name: 'delete' }, { name: 'select', columns: ['a b', 'id'] }],
  sequence: [{ name: 'usage' }],
  function: [{ name: 'execute' }],
  schema: [{ name: 'create' }, { name: 'usage' }],
}

type Arbitraries = { readonly [K in ObjectKind]: fc.Arbitrary<ObjectOf<K>> }

/** Any object of each kind that text can declare, with types of the project from a list; it need not make sense to a database. */
const arbitraryObjects = (types: readonly QName[]): Arbitraries => ({
  function: fc
    .tuple(routine, fc.constantFrom('integer', 'setof users', 'table (id bigint, "a b" text[])', 'trigger'))
    .map(([one, returns]) => ({ kind: 'function', ...one, returns })),
  procedure: routine.map(one => ({ kind: 'procedure', ...one })),
  aggregate: fc
    .tuple(
      qName,
      fc.array(
        fc.tuple(maybe('name', arbitraryName), type).map(([name, one]) => ({ ...name, type: one })),
        { maxLength: 2 },
      ),
      fc.boolean(),
      qName,
      type,
      maybe('finalfunc', qName),
      maybe('finalfunc_extra', fc.constant(true as const)),
      maybe('finalfunc_modify', fc.constant('shareable' as const)),
      maybe('combinefunc', qName),
      maybe('initcond', fc.constantFrom('', "it's", '{0,0}')),
      maybe('sortop', fc.constantFrom('>', 'audit.<%')),
      maybe('parallel', fc.constantFrom('safe' as const)),
      maybe('sspace', fc.constantFrom('64')),
      member,
    )
    .map(([name, list, isOrdered, sfunc, stype, ...rest]) =>
      Object.assign(
        { kind: 'aggregate' as const, name, arguments: list, sfunc, stype },
        isOrdered && list.length > 0 ? { direct: list.length - 1, hypothetical: true as const } : {},
        ...rest,
      ),
    ),
  sequence: fc
    .tuple(
      qName,
      maybe('type', fc.constantFrom('smallint' as const, 'int' as const)),
      maybe('start', number),
      maybe('increment', number),
      maybe('min', number),
      maybe('max', number),
      maybe('cache', fc.constantFrom('10')),
      maybe('cycle', fc.constant(true as const)),
      maybe('owner', fc.record({ table: qName, column: arbitraryName }, PLAIN)),
      member,
    )
    .map(([name, ...rest]) => plainSequence(Object.assign({ kind: 'sequence' as const, name }, ...rest))),
  policy: fc
    .tuple(
      arbitraryName,
      qName,
      maybe('restrictive', fc.constant(true as const)),
      maybe('command', fc.constantFrom('select' as const, 'update' as const)),
      maybe('roles', fc.constantFrom<readonly string[]>(['app'], ['a b', 'app'], ['policy'])),
      maybe('using', fc.constantFrom('owner = current_user', 'a "`" b')),
      member,
    )
    .map(([name, table, ...rest]) => Object.assign({ kind: 'policy' as const, name: { name }, table }, ...rest)),
  domain: fc
    .tuple(
      qName,
      perDialect(arbitraryType(types)),
      maybe('notNull', fc.constant(true as const)),
      maybe('default', arbitraryValue),
      maybe('collate', arbitraryDotted),
      fc.uniqueArray(fc.record({ name: arbitraryName, sql: arbitrarySql }, PLAIN), {
        maxLength: 3,
        selector: check => check.name,
      }),
      member,
    )
    .map(([name, one, notNull, byDefault, collate, checks, more]) => ({
      kind: 'domain',
      name,
      type: one,
      ...notNull,
      ...byDefault,
      ...collate,
      checks,
      ...more,
    })),
  composite: fc
    .tuple(
      qName,
      fc.uniqueArray(
        fc
          .tuple(
            arbitraryName,
            perDialect(arbitraryType(types)),
            maybe('collate', arbitraryDotted),
            maybe('comment', arbitraryComment),
          )
          .map(([field, one, collate, comment]) => ({ name: field, type: one, ...collate, ...comment })),
        { maxLength: 3, selector: field => field.name },
      ),
      member,
    )
    .map(([name, fields, more]) => ({ kind: 'composite', name, fields, ...more })),
  range: fc
    .tuple(
      qName,
      perDialect(arbitraryType(types)),
      maybe('opclass', fc.constantFrom('float8_ops', 'audit."Ops"')),
      maybe('collation', fc.constantFrom('"C"', 'pg_catalog."C"')),
      maybe('canonical', fc.constantFrom('audit.canonical')),
      maybe('diff', fc.constantFrom('float8mi')),
      maybe('multirange', fc.constantFrom('many', 'a b')),
      member,
    )
    .map(([name, subtype, ...rest]) => Object.assign({ kind: 'range' as const, name, subtype }, ...rest)),
  rule: fc
    .tuple(arbitraryName, qName, arbitrarySql, member)
    .map(([name, table, sql, more]) => ({ kind: 'rule', name: { name }, table, sql, ...more })),
  object: fc
    .tuple(qName, arbitrarySql, maybe('drop', arbitrarySql), member)
    .map(([name, create, drop, more]) => ({ kind: 'object' as const, name, create, ...drop, ...more })),
  grant: fc
    .tuple(
      qName,
      fc.constantFrom('table' as const, 'sequence' as const, 'function' as const, 'schema' as const),
      fc.constantFrom('app', 'Odd role'),
      maybe('grantable', fc.constant(true as const)),
      maybe('only', arbitraryOnly),
    )
    .map(([name, on, role, ...rest]) =>
      Object.assign(
        {
          kind: 'grant' as const,
          name: on === 'schema' ? { name: name.name } : name,
          on,
          role,
          privileges: PRIVILEGES[on],
        },
        on === 'function' && { types: ['integer', 'text[]'] },
        ...rest,
      ),
    ),
  'materialized view': fc
    .tuple(
      qName,
      arbitrarySql,
      fc
        .tuple(fc.uniqueArray(arbitraryName, { maxLength: 2 }), arbitraryIndex(['id', 'a b']))
        .map(([names, index]) => names.map(name => ({ ...index, name }))),
      maybe('withNoData', fc.constant(true as const)),
      arbitraryColumnNames,
      member,
    )
    .map(([name, sql, indexes, noData, columnNames, more]) => ({
      kind: 'materialized view',
      name,
      ...columnNames,
      sql,
      indexes,
      ...noData,
      ...more,
    })),
})

/** A revision names types that it does not declare. */
const ELSEWHERE: readonly QName[] = [{ name: 'mood' }, { schema: 'audit', name: 'Mood' }]

/** Any object of any kind. */
export const arbitraryObject: fc.Arbitrary<DbObject> = anyOf(ELSEWHERE)

function anyOf(types: readonly QName[]): fc.Arbitrary<DbObject> {
  return fc.oneof(...Object.values<fc.Arbitrary<DbObject>>(arbitraryObjects(types)))
}

/** Some objects with keys of their own, and the types of a list among those they name. */
export function arbitraryFamily(types: readonly QName[]): fc.Arbitrary<readonly DbObject[]> {
  return fc.uniqueArray(anyOf(types), { maxLength: 3, selector: objectKey })
}

/** Two objects of one kind, as the two sides of a change. */
export const arbitraryPair: fc.Arbitrary<{ readonly from: DbObject; readonly to: DbObject }> = fc.oneof(
  ...Object.values<fc.Arbitrary<DbObject>>(arbitraryObjects(ELSEWHERE)).map(one =>
    fc.record({ from: one, to: one }, PLAIN),
  ),
)

/** What a rename is from and to. */
export const arbitraryIds: fc.Arbitrary<{ readonly from: ObjectId; readonly to: ObjectId }> = fc
  .tuple(
    arbitraryObject.filter(({ kind }) => kind !== 'grant'),
    qName,
  )
  .map(([object, name]) => {
    const from = idOf(object)
    return { from, to: { ...from, name: from.table === undefined ? name : { name: name.name } } }
  })
