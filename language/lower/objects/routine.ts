import type { FunctionObject } from '../../../compiler/schema/objects/function.ts'
import type { ProcedureObject } from '../../../compiler/schema/objects/procedure.ts'
import type { Argument, Routine } from '../../../compiler/schema/objects/routine.ts'
import { readArguments } from '../../../compiler/sql/routine/read-arguments.ts'
import { type ReadOptions, readOptions } from '../../../compiler/sql/routine/read-options.ts'
import type { FunctionDeclaration, ProcedureDeclaration, RoutineDeclaration, TextGroup } from '../../generated/ast.ts'
import { type Context, commentOf } from '../context.ts'
import { lowerSql } from '../sql.ts'
import { memberParts, noteObject } from './family-member.ts'
import { insideOf, textOf } from './text-of.ts'
import { reportUnknownOption } from './unknown-option.ts'

/** Reads `function NAME (…) returns … = SQL`. */
export function lowerFunction(node: FunctionDeclaration, context: Context): FunctionObject {
  const read = readHead(node, context)
  const { returns } = read
  const object: FunctionObject = {
    kind: 'function',
    ...lowerRoutine(node, read, context),
    ...(returns !== undefined && { returns }),
  }
  const given = object.arguments.some(({ mode }) => mode === 'out' || mode === 'inout')
  if (returns === undefined && !given && context.parsed.errors.length === 0) {
    const remedy = 'Write it behind the arguments: `returns TYPE`, `returns setof TYPE`, `returns void`.'
    context.report.error('MIG133', `What the function \`${node.name}\` returns is missing.`, remedy, {
      node,
      property: 'name',
    })
  }
  return noteObject(object, node, context)
}

/** Reads `procedure NAME (…) = SQL`. */
export function lowerProcedure(node: ProcedureDeclaration, context: Context): ProcedureObject {
  const read = readHead(node, context)
  if (read.returns !== undefined) {
    const remedy = 'Take `returns` away, or declare a function.'
    context.report.error('MIG133', 'A procedure returns nothing.', remedy, { node, property: 'name' })
  }
  return noteObject({ kind: 'procedure', ...lowerRoutine(node, read, context) }, node, context)
}

function lowerRoutine(node: RoutineDeclaration, { options }: ReadOptions, context: Context): Routine {
  return {
    name: context.names.qualify(node.name ?? ''),
    arguments: lowerArguments(node.arguments, context),
    ...options,
    sql: lowerSql(node.sql, context),
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
}

/** Reads arguments; one that is none is reported. */
export function lowerArguments(node: TextGroup | undefined, context: Context): readonly Argument[] {
  const read = readArguments(insideOf(node))
  if (node !== undefined && read.some(one => one === undefined)) {
    const remedy = 'An argument is `[in|out|inout|variadic] [NAME] TYPE [default VALUE]`.'
    const message = `Argument ${read.indexOf(undefined) + 1} is none that Postgres would read.`
    context.report.error('MIG133', message, remedy, { node })
  }
  return read.filter(one => one !== undefined)
}

function readHead(node: RoutineDeclaration, context: Context): ReadOptions {
  const read = readOptions(textOf(node.options ?? []))
  const remedy =
    'Options are those of Postgres: `language plpgsql`, `immutable`, `strict`, `security definer`, `parallel safe`, `cost 10`, `set search_path to public` and the like.'
  reportUnknownOption(node, read.unknown[0], 'a function', remedy, context)
  return read
}
