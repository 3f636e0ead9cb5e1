import { sameName, withName } from '../../../schema/name.ts'
import { multirangeOf, type RangeObject } from '../../../schema/objects/range.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'
import { canonicalType } from '../types/canonical-type.ts'
import { spell } from '../types.ts'
import type { PostgresObject } from './definition.ts'
import { inspectRanges } from './inspect-types.ts'
import { moveStatements } from './rename-type.ts'

/** Ranges: Postgres changes nothing of one but its name (ALTER TYPE). */
export const rangeObject: PostgresObject<'range'> = {
  create: one => [`create type ${quoteQName(one.name)} as range (${options(one).join(', ')})`],
  drop: ({ name }) => `drop type ${quoteQName(name)}`,
  change: (from, to) =>
    options(from).join() === options(to).join() && from.multirange === to.multirange ? [] : undefined,
  rename: (from, to, object) => [
    ...moveStatements('type', from.name, to.name),
    ...makers(object).flatMap(args =>
      moveStatements('function', from.name, to.name, name => `${quoteQName(name)}(${args})`),
    ),
    ...renameMultirange(object, { ...object, name: to.name }),
  ],
  commentOn: ({ name }) => `type ${quoteQName(name)}`,
  project: one => ({ ...one, subtype: { all: canonicalType(one.subtype.all!) } }),
  inspect: inspectRanges,
}

function options({ subtype, opclass, collation, canonical, diff, multirange }: RangeObject): readonly string[] {
  return [
    `subtype = ${spell(subtype.all!) ?? 'text'}`,
    ...(opclass === undefined ? [] : [`subtype_opclass = ${opclass}`]),
    ...(collation === undefined ? [] : [`collation = ${collation}`]),
    ...(canonical === undefined ? [] : [`canonical = ${canonical}`]),
    ...(diff === undefined ? [] : [`subtype_diff = ${diff}`]),
    ...(multirange === undefined ? [] : [`multirange_type_name = ${quoteIdentifier(multirange)}`]),
  ]
}

/** The arguments of the functions that make values of a range, which do not follow its name. */
function makers({ subtype }: RangeObject): readonly string[] {
  const type = spell(subtype.all!) ?? 'text'
  return [`${type}, ${type}`, `${type}, ${type}, text`]
}

/** The multirange type with a made name follows that of its range; there is none before 14 (Release 14). */
function renameMultirange(from: RangeObject, to: RangeObject): readonly string[] {
  const [old, next] = [multirangeOf(from), multirangeOf(to)]
  if (sameName(old, next)) return []
  const type = moveStatements('type', old, next)
  const functions = ['', quoteQName(to.name), `variadic ${quoteQName(to.name)}[]`].flatMap(args =>
    moveStatements('function', old, next, name => `${quoteQName(name)}(${args})`),
  )
  const lines = [...type, ...functions].map(sql => `    ${sql};\n`).join('')
  const there = quoteQName(withName(old, old.name)).replaceAll("'", "''")
  return [`do $$ begin\n  if to_regtype('${there}') is not null then\n${lines}  end if;\nend $$`]
}
