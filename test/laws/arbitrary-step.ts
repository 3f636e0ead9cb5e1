import fc from 'fast-check'
import type { Revision } from '../../compiler/revisions/revision.ts'
import { nameText, type QName } from '../../compiler/schema/name.ts'
import type { Enum } from '../../compiler/schema/objects.ts'
import type { AlterEnum, SqlSide, Step, StepKind } from '../../compiler/steps/step.ts'
import { arbitraryColumn, arbitraryValue } from './arbitrary-column.ts'
import { arbitraryIds, arbitraryObject, arbitraryPair } from './arbitrary-object.ts'
import { arbitraryParents } from './arbitrary-partition.ts'
import {
  arbitraryEnum,
  arbitraryExtension,
  arbitraryNamespace,
  arbitraryQName,
  arbitraryTrigger,
  arbitraryView,
} from './arbitrary-schema.ts'
import { arbitraryConstraint, arbitraryHead, arbitraryIndex, arbitraryTable, type Goal } from './arbitrary-table.ts'
import { arbitraryName, arbitrarySql, arbitraryString, maybe, perDialect } from './arbitrary-text.ts'

const GOALS: readonly Goal[] = [
  { name: { name: 'users' }, key: ['id'] },
  { name: { schema: 'a b', name: 'x"y' }, key: ['a', 'b'] },
]
const ENUMS: readonly QName[] = [
  { name: 'status' },
  { name: 'point' },
  { name: 'sqlite' },
  { schema: 's', name: 'text' },
]
const COLUMNS = ['id', 'a b', 'index', 'to']

const table = arbitraryQName
const tableFull = arbitraryQName.chain(name => arbitraryTable(name, ENUMS, GOALS))
const column = arbitraryName.chain(name => arbitraryColumn(name, ENUMS))
const named = <T extends { readonly name: string }>(member: fc.Arbitrary<T>) =>
  fc.tuple(member, arbitraryName).map(([one, name]): T => ({ ...one, name }))
const constraint = named(arbitraryConstraint(COLUMNS, GOALS))
const index = named(arbitraryIndex(COLUMNS))
const enumType = arbitraryQName.chain(arbitraryEnum)
const view = arbitraryQName.chain(arbitraryView)
const trigger = arbitraryQName.chain(arbitraryTrigger)
const side: fc.Arbitrary<SqlSide> = fc.oneof(
  perDialect(fc.constantFrom('', 'select 1', 'insert into t\nvalues (1)')).map(run => ({ run })),
  fc.constant({ run: {} }),
  arbitraryString.map(none => ({ none })),
)

/** The step of one kind with its parts: the kind is added to what they make. */
function step(kind: StepKind, ...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<Step> {
  return fc.tuple(...parts).map(all => Object.assign({ kind }, ...all) as Step)
}

function part<K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<object> {
  return value.map(one => ({ [key]: one }))
}

function both<T>(value: fc.Arbitrary<T>): readonly fc.Arbitrary<object>[] {
  return [part('from', value), part('to', value)]
}

const wholes: readonly (readonly [string, string, fc.Arbitrary<object>])[] = [
  ['schema', 'schema', arbitraryNamespace],
  ['extension', 'extension', arbitraryExtension],
  ['enum', 'enum', enumType],
  ['table', 'table', tableFull],
  ['view', 'view', view],
  ['trigger', 'trigger', trigger],
  ['object', 'object', arbitraryObject],
]
const alterEnum: fc.Arbitrary<Step> = fc
  .tuple(enumType, enumType, fc.boolean(), fc.array(fc.nat(20), { minLength: 20, maxLength: 20 }), fc.boolean())
  .map(([from, other, samePlace, numbers, shuffled]) => {
    let at = 0
    const next = (below: number) => (numbers[at++] ?? 0) % below
    const to: Enum = samePlace ? { ...other, name: from.name } : other
    return { kind: 'alter enum', from, to, ...renamesAndMoves(from.values, to.values, next, shuffled) }
  })

function renamesAndMoves(
  from: readonly string[],
  to: readonly string[],
  next: (below: number) => number,
  shuffled: boolean,
): Pick<AlterEnum, 'renames' | 'moves'> {
  const gone = from.filter(value => !to.includes(value))
  const fresh = to.filter(value => !from.includes(value))
  const renames = fresh.slice(0, Math.min(gone.length, next(3))).map((value, at) => ({ from: gone[at]!, to: value }))
  const left = [...gone.slice(renames.length), ...fresh.slice(renames.length)]
  const moves = left.filter(() => next(2) === 0).map(value => ({ value, to: [...to, ...from, 'x'][next(3)] ?? 'x' }))
  return { renames: shuffled ? renames.toReversed() : renames, moves: shuffled ? moves.toReversed() : moves }
}

const renameOfObject = (kind: StepKind) => step(kind, ...both(arbitraryQName))
const renameOfMember = (kind: StepKind) => step(kind, part('table', table), ...both(arbitraryName))

const head = fc.tuple(arbitraryHead, arbitraryParents).map(([head, parents]) => ({ ...head, ...parents }))

/** A table that is divided in another way, or whose parents change. */
export const arbitraryDivision: fc.Arbitrary<Step> = step('alter table', part('table', table), ...both(head))

/** Any step of any kind. */
export const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  ...wholes.flatMap(([word, key, value]) => [
    step(`create ${word}` as StepKind, part(key, value)),
    step(`drop ${word}` as StepKind, part(key, value)),
  ]),
  step('rename schema', ...both(arbitraryName)),
  ...(['rename enum', 'rename table', 'rename view'] as const).map(renameOfObject),
  ...(['rename column', 'rename constraint', 'rename index', 'rename trigger'] as const).map(renameOfMember),
  step('alter schema', ...both(arbitraryNamespace)),
  step('alter extension', ...both(arbitraryExtension)),
  alterEnum,
  step('alter table', part('table', table), ...both(arbitraryHead)),
  step('add column', part('table', table), part('column', column), maybe('fill', arbitraryValue)),
  step('drop column', part('table', table), part('column', column), maybe('fill', arbitraryValue)),
  step(
    'alter column',
    part('table', table),
    ...both(column),
    maybe('convert', arbitrarySql),
    maybe('revert', arbitrarySql),
    maybe('fill', arbitraryValue),
    maybe('fillDown', arbitraryValue),
  ),
  step('add constraint', part('table', table), part('constraint', constraint)),
  step('drop constraint', part('table', table), part('constraint', constraint)),
  step('alter constraint', part('table', table), ...both(constraint)),
  step('add index', part('table', table), part('index', index)),
  step('drop index', part('table', table), part('index', index)),
  step('alter index', part('table', table), ...both(index)),
  step('alter view', ...both(view)),
  step('alter trigger', ...both(trigger)),
  step('alter object', arbitraryPair),
  step('rename object', arbitraryIds),
  step('sql', part('name', arbitraryString), part('up', side), part('down', side)),
)

const id = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefE_Z'), minLength: 1, maxLength: 40 }),
  fc.constantFrom('1e5', '0', '123456789012', 'table', 'after', 'postgres', '1e5f', '00e0000'),
)
const object = fc.oneof(
  fc.constantFrom('users', 'users.phone', 'audit.events."a b"', '', 'a b', 'a..b', '"', 'sql x'),
  arbitraryQName.map(nameText),
)

/** Any revision. */
export const arbitraryRevision: fc.Arbitrary<Revision> = fc.record(
  {
    id,
    message: arbitraryString,
    parents: fc.array(id, { maxLength: 3 }),
    needs: fc.array(id, { maxLength: 2 }),
    labels: fc.array(arbitraryString, { maxLength: 2 }),
    created: fc.constantFrom('2026-01-05T05:30:00Z', '1999-12-31T23:59:59Z'),
    allows: fc.array(
      fc.record(
        { code: fc.constantFrom('MIG204', 'MIG210'), object, reason: arbitraryString },
        { noNullPrototype: true },
      ),
      { maxLength: 2 },
    ),
    steps: fc.array(arbitraryStep, { maxLength: 5 }),
  },
  { noNullPrototype: true },
)
