import { nameText } from '../../../compiler/schema/name.ts'
import {
  type AggregateObject,
  type AggregateOptions,
  plainAggregate,
  SUPPORT_FUNCTIONS,
} from '../../../compiler/schema/objects/aggregate.ts'
import { type Argument, inputTypes } from '../../../compiler/schema/objects/routine.ts'
import { readAggregate, readAggregateArguments } from '../../../compiler/sql/aggregate/read-aggregate.ts'
import type { AggregateDeclaration, TextGroup } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { memberParts, noteObject } from './family-member.ts'
import { insideOf, textOf } from './text-of.ts'
import { reportUnknownOption } from './unknown-option.ts'

/** Reads `aggregate NAME (…) sfunc … stype …`. */
export function lowerAggregate(node: AggregateDeclaration, context: Context): AggregateObject {
  const object: AggregateObject = plainAggregate({
    kind: 'aggregate',
    name: context.names.qualify(node.name ?? ''),
    ...readArguments(node.arguments, context),
    ...readOptions(node, context),
    ...memberParts(node, context),
    ...commentOf(node, context),
  })
  if (context.parsed.errors.length === 0) checkWhole(object, node, context)
  return noteObject(object, node, context)
}

/** The types by which an aggregate is told, where something else names it. */
export function aggregateTypes(node: TextGroup | undefined, context: Context): readonly string[] {
  return inputTypes(readArguments(node, context))
}

function readArguments(
  node: TextGroup | undefined,
  { report }: Context,
): { readonly arguments: readonly Argument[]; readonly direct?: number } {
  const read = readAggregateArguments(insideOf(node))
  const bad = read.arguments.findIndex(one => one === undefined || one.mode === 'out' || one.mode === 'inout')
  if (node !== undefined && bad >= 0) {
    const message = `Argument ${bad + 1} is none that an aggregate can have.`
    const remedy = 'An argument is `[variadic] [NAME] TYPE`; those of an ordered-set aggregate stand behind `order by`.'
    report.error('MIG133', message, remedy, { node })
  }
  return { ...read, arguments: read.arguments.filter(one => one !== undefined) }
}

function readOptions(node: AggregateDeclaration, context: Context): AggregateOptions {
  const { options, unknown } = readAggregate(textOf(node.options ?? []))
  const remedy =
    "Options are those of Postgres: `sfunc NAME`, `stype TYPE`, `initcond '0'`, `finalfunc NAME`, `combinefunc NAME`, `sortop >` in backticks, `parallel safe` and the like."
  reportUnknownOption(node, unknown[0], 'an aggregate', remedy, context)
  const named = SUPPORT_FUNCTIONS.flatMap(one => {
    const name = options[one]
    return name?.schema === undefined ? [] : [[one, context.names.qualify(nameText(name))] as const]
  })
  return { ...options, ...Object.fromEntries(named) }
}

/** What Postgres asks of an aggregate (the manual, CREATE AGGREGATE). */
function checkWhole(aggregate: AggregateObject, node: AggregateDeclaration, { report }: Context): void {
  const say = (message: string, remedy: string) => report.error('MIG133', message, remedy, { node, property: 'name' })
  const { sfunc, stype, msfunc, minvfunc, mstype, serialfunc, deserialfunc, direct, hypothetical } = aggregate
  const called = `The aggregate \`${node.name}\``
  if (sfunc === undefined)
    say(`${called} has no function that takes up a row.`, 'Write it behind the arguments: `sfunc NAME`.')
  else if (stype === undefined) say(`${called} has no type for its state.`, 'Write it: `stype TYPE`.')
  const moving = [msfunc, minvfunc, mstype].filter(one => one !== undefined).length
  if (moving > 0 && moving < 3)
    say(`${called} can only move its window with \`msfunc\`, \`minvfunc\` and \`mstype\`.`, 'Give all three, or none.')
  if ((serialfunc === undefined) !== (deserialfunc === undefined))
    say(`${called} needs \`serialfunc\` and \`deserialfunc\` together.`, 'Give both, or none.')
  if (hypothetical && direct === undefined)
    say(`${called} is hypothetical and has no \`order by\`.`, 'Write the arguments of the set behind `order by`.')
}
