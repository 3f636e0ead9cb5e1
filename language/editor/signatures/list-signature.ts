import { type Read, rulesOf, textOf, textsOf } from '../completion/grammar/reading.ts'
import type { Scene } from '../completion/scene.ts'
import { lineColumnName } from '../completion/slots/line-column.ts'
import { targetOf } from '../completion/slots/targets.ts'
import type { OpenBracket } from './open-bracket.ts'
import type { Parameter, Signature } from './signature.ts'

const MORE: Parameter = { label: '…' }

/** The lists in brackets of a table's lines: columns, keys of an index, targets of a foreign key, options. */
export function listSignature(open: OpenBracket, reads: readonly Read[], scene: Scene): Signature | undefined {
  const { read, before, commas, inside } = open
  switch (read.frame.rule) {
    case 'IdentityMod':
      return identity(inside)
    case 'ColumnList':
      return columns(rulesOf(read.frame)[1] ?? '', commas)
    case 'Index':
      return { ...indexList(before, reads), active: commas }
    case 'ReferenceMod':
    case 'Foreign':
      return target(reads, scene, commas)
    default:
      return undefined
  }
}

function identity(inside: readonly Read[]): Signature {
  const parameters = [
    { label: 'start N', about: 'The first number: 1 unless it is said (Postgres).' },
    { label: 'increment N', about: 'By what it counts: 1 unless it is said; not 0 (Postgres).' },
  ]
  const word = inside.findLast(read => read.leaf.word !== undefined)?.leaf.word
  return { head: 'identity ', parameters, between: ' ', active: word === 'increment' ? 1 : 0 }
}

const LISTS: Readonly<Record<string, { readonly head: string; readonly about: string }>> = {
  Primary: { head: 'primary ', about: 'The columns that tell one row from all others.' },
  Unique: { head: 'unique ', about: 'No two rows have the same values in these columns.' },
  Foreign: { head: 'foreign ', about: 'The columns that refer to another table, in the order of the columns there.' },
}

function columns(rule: string, commas: number): Signature | undefined {
  const found = LISTS[rule]
  return found && { ...found, parameters: [{ label: 'column' }, MORE], active: commas }
}

const KEY = 'key [asc | desc] [nulls first | nulls last] [collate NAME] [operator class]'

function indexList(before: string, reads: readonly Read[]): Omit<Signature, 'active'> {
  if (before === 'include') {
    return {
      head: 'include ',
      parameters: [{ label: 'column' }, MORE],
      about: 'Columns that are only kept in the index (Postgres).',
    }
  }
  if (before === 'with') {
    return {
      head: 'with ',
      parameters: [{ label: 'parameter = value' }, MORE],
      about: 'Storage parameters (Postgres).',
    }
  }
  const isUnique = reads.some(read => read.leaf.word === 'unique' && read.frame.rule === 'Index')
  const about = 'A key is a column, or SQL in backticks.'
  return { head: isUnique ? 'unique index ' : 'index ', parameters: [{ label: KEY, about }, MORE] }
}

/** The columns of the target, each beside the one that goes there. */
function target(reads: readonly Read[], scene: Scene, commas: number): Signature | undefined {
  const facts = targetOf({ scene, reads })
  const written = textOf(reads, 'ReferenceMod.target') ?? textOf(reads, 'Foreign.target')
  if (written === undefined) return undefined
  const one = lineColumnName(reads)
  const from = textsOf(reads, 'ColumnList.columns')
  const sources = from.length > 0 ? from : [one ?? 'column']
  const keys = (facts?.constraints ?? []).filter(item => item.kind === 'primary' || item.kind === 'unique')
  const fitting = keys
    .filter(key => key.columns.length === sources.length)
    .map(key => `\`(${key.columns.join(', ')})\``)
  const about =
    fitting.length === 0 ? undefined : `Keys of \`${written}\` that it can go to: ${[...new Set(fitting)].join(', ')}.`
  const parameters = sources.map(source => ({ label: `the column for ${source}` }))
  return { head: `-> ${written} `, parameters, about, active: commas }
}
