import type { QName } from '../../schema/name.ts'
import {
  type AggregateObject,
  aggregated,
  SUPPORT_FUNCTIONS,
  type SupportFunction,
} from '../../schema/objects/aggregate.ts'
import { inputTypes } from '../../schema/objects/routine.ts'
import { pathText } from '../../sql/aggregate/write-aggregate.ts'
import { readNameText, renameFunction } from '../../sql/rename-object.ts'
import { mapTypeText } from '../../sql/routine/types-in.ts'
import type { ObjectDefinition } from './definition.ts'
import type { NameEdits, UsedName } from './names.ts'
import { sameData } from './same-data.ts'
import { typesInText } from './uses-of-sql.ts'

/** Aggregates. */
export const aggregateDefinition: ObjectDefinition<'aggregate'> = {
  same: (a, b) => sameData({ ...a, comment: '' }, { ...b, comment: '' }),
  provides: aggregate => [
    {
      space: 'routine',
      name: aggregate.name,
      overload: inputTypes(aggregate).join(', '),
      takes: aggregateTakes(aggregate),
    },
  ],
  uses: aggregateUses,
  follow: (aggregate, edits) => {
    const type = (one: string) => mapTypeText(one, edits.type)
    const { stype, mstype } = aggregate
    return {
      ...aggregate,
      arguments: aggregate.arguments.map(one => ({ ...one, type: type(one.type) })),
      ...(stype !== undefined && { stype: type(stype) }),
      ...(mstype !== undefined && { mstype: type(mstype) }),
      ...Object.fromEntries(supports(aggregate).map(([word, name, types]) => [word, followName(name, types, edits)])),
    }
  },
  rename: (aggregate, { name }) => ({ ...aggregate, name }),
  inSql: (sql, from, to) => renameFunction(sql, from.name, to.name),
}

/** With how many arguments it is called: `f(*)` counts as one, what stands in `within group (order by …)` does not. */
export function aggregateTakes({ arguments: list, direct }: AggregateObject): readonly [number, number] {
  const given = direct ?? list.length
  if (list.at(-1)?.mode === 'variadic' && given === list.length) return [given - 1, Number.POSITIVE_INFINITY]
  return direct === undefined && given === 0 ? [0, 1] : [given, given]
}

/** The types of its head and of its state, and the functions that it is made of. */
function aggregateUses(aggregate: AggregateObject): readonly UsedName[] {
  const { arguments: list, stype, mstype } = aggregate
  const types = [...list.map(one => one.type), ...[stype, mstype].filter(one => one !== undefined)]
  return [
    ...types.flatMap(typesInText),
    ...supports(aggregate).map(([, name, given]): UsedName => ({ space: 'routine', name, given: given.length })),
  ]
}

/** Its functions with the types that each is called with (the manual, CREATE AGGREGATE). */
function supports(
  aggregate: AggregateObject,
): readonly (readonly [word: SupportFunction, name: QName, types: readonly string[]])[] {
  const { stype = '', mstype = '', direct, arguments: list } = aggregate
  const rows = aggregated(aggregate).map(one => one.type)
  const all = list.map(one => one.type)
  const before = direct === undefined ? [] : all.slice(0, direct)
  const final = (state: string, extra: true | undefined) => [state, ...(extra ? all : before)]
  const types: Readonly<Record<SupportFunction, readonly string[]>> = {
    sfunc: [stype, ...rows],
    finalfunc: final(stype, aggregate.finalfunc_extra),
    combinefunc: [stype, stype],
    serialfunc: [stype],
    deserialfunc: ['bytea', 'internal'],
    msfunc: [mstype, ...rows],
    minvfunc: [mstype, ...rows],
    mfinalfunc: final(mstype, aggregate.mfinalfunc_extra),
  }
  return SUPPORT_FUNCTIONS.flatMap(word => {
    const name = aggregate[word]
    return name === undefined ? [] : [[word, name, types[word]] as const]
  })
}

/** A function that takes any type is not told by its types, so its name is followed as in a call. */
function followName(name: QName, types: readonly string[], edits: NameEdits): QName {
  const told = edits.routine(name, types)
  if (told !== name) return told
  const call = `${pathText(name)}(${types.map(() => 'null').join(', ')})`
  const next = edits.sql(call, 'postgres')
  return next === call ? name : (readNameText(next.slice(0, next.lastIndexOf('('))) ?? name)
}
