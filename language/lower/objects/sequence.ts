import { nameText } from '../../../compiler/schema/name.ts'
import { plainSequence, type SequenceObject } from '../../../compiler/schema/objects/sequence.ts'
import type { SequenceDeclaration } from '../../generated/ast.ts'
import { readMember, readParts } from '../../literals/name-literal.ts'
import { type Context, commentOf } from '../context.ts'
import { memberParts, noteObject } from './family-member.ts'

type Options = {
  -readonly [K in
    | 'type'
    | 'start'
    | 'increment'
    | 'min'
    | 'max'
    | 'cache'
    | 'cycle'
    | 'unlogged'
    | 'owner']?: SequenceObject[K]
}

/** Reads `sequence NAME start 100 owned by orders.number`. */
export function lowerSequence(node: SequenceDeclaration, context: Context): SequenceObject {
  const options: Options = {}
  for (const option of node.options ?? []) {
    const { kind, no, value } = option
    if (kind === 'as') {
      if (value === 'smallint') options.type = 'smallint'
      else if (value === 'int' || value === 'integer') options.type = 'int'
    } else if (kind === 'cycle') options.cycle = true
    else if (kind === 'unlogged') options.unlogged = true
    else if (kind === 'owned') {
      const owner = value === undefined ? undefined : ownerOf(value, option, context)
      if (owner !== undefined) options.owner = owner
    } else if (!no && value !== undefined)
      options[kind as 'start' | 'increment' | 'min' | 'max' | 'cache'] = numberOf(value)
  }
  const object: SequenceObject = {
    kind: 'sequence',
    name: context.names.qualify(node.name ?? ''),
    ...options,
    ...memberParts(node, context),
    ...commentOf(node, context),
  }
  return noteObject(plainSequence(object), node, context)
}

function ownerOf(
  path: string,
  node: NonNullable<SequenceDeclaration['options']>[number],
  { names, report }: Context,
): SequenceObject['owner'] {
  if (readParts(path).length < 2) {
    report.error(
      'MIG133',
      'The table of the column is missing.',
      'Write it before the name: `owned by TABLE.COLUMN`.',
      {
        node,
      },
    )
    return undefined
  }
  const { of, member } = readMember(path)
  return { table: names.qualify(nameText(of)), column: member }
}

function numberOf(text: string): string {
  return text.replace(/^\+/, '')
}
