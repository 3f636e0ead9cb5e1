import { type Read, rulesOf, textOf, textsOf } from '../completion/grammar/reading.ts'
import type { Scene } from '../completion/scene.ts'
import { lineColumnName } from '../completion/slots/line-column.ts'
import { targetOf } from '../completion/slots/targets.ts'
import type { OpenBracket } from './open-bracket.ts'
import { routineSignature } from './routine-signature.ts'
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
    case 'Unique':
      return columns('Unique', commas)
    case 'KeyProperty':
      return { ...INCLUDED, active: commas }
    case 'ParameterList':
      return { ...STORED, active: commas }
    case 'Index':
      return { ...indexList(reads), active: commas }
    case 'IndexKeyOption':
      return { ...CLASS, active: commas }
    case 'TextGroupRule':
      return routineSignature(rulesOf(read.frame)[1] ?? '', before, reads, commas)
    case 'Exclude':
      return { ...EXCLUDED, active: commas }
    case 'PartitionByRule':
      return { ...divided(before), active: commas }
    case 'BoundRule':
      return bound(before, reads, scene, commas)
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
    { label: 'min N', about: 'The least number (Postgres).' },
    { label: 'max N', about: 'The greatest number (Postgres).' },
    { label: 'cache N', about: 'How many numbers a session takes at once (Postgres).' },
    { label: 'cycle', about: 'After the last number comes the first (Postgres).' },
    { label: 'sequence NAME', about: 'What its sequence is called (Postgres).' },
  ]
  const word = inside.findLast(read => read.leaf.word !== undefined)?.leaf.word
  const said = parameters.findIndex(({ label }) => label.split(' ')[0] === word)
  return { head: 'identity ', parameters, between: ' ', active: Math.max(said, 0) }
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

type List = Omit<Signature, 'active'>

const INCLUDED: List = {
  head: 'include ',
  parameters: [{ label: 'column' }, MORE],
  about: 'Columns that are only kept in the index (Postgres).',
}
const STORED: List = {
  head: 'with ',
  parameters: [{ label: 'parameter = value' }, MORE],
  about: 'Storage parameters (Postgres).',
}
const CLASS: List = {
  head: 'operator class ',
  parameters: [{ label: 'parameter = value' }, MORE],
  about: 'What the operator class takes (Postgres).',
}
const EXCLUDED: List = {
  head: 'exclude ',
  parameters: [
    {
      label: 'key [operator class] with operator',
      about: 'A column, or SQL in backticks, and the operator by which two rows are compared: `=`, `&&`, `<>`, `-|-`.',
    },
    MORE,
  ],
  about: 'No two rows for which all comparisons hold (Postgres).',
}

const ABOUT_DIVIDED: Readonly<Record<string, string>> = {
  range: 'Each partition has the rows from one bound up to another.',
  list: 'Each partition has the rows with the values that it lists.',
  hash: 'Each partition has the rows with one remainder of the hash of the keys.',
}

/** The keys by which a table is divided. */
function divided(strategy: string): List {
  const parameters = [
    { label: 'key [collate NAME] [operator class]', about: 'A column, or SQL in backticks.' },
    ...(strategy === 'list' ? [] : [MORE]),
  ]
  return { head: `partition by ${strategy} `, parameters, about: ABOUT_DIVIDED[strategy] }
}

const OF_BOUND: Readonly<Record<string, string>> = {
  from: 'The first row that it has: a value, SQL in backticks, or `minvalue`.',
  to: 'The first row that it no longer has: a value, SQL in backticks, or `maxvalue`.',
}

/** Which rows a partition has, by the keys of its parent. */
function bound(before: string, reads: readonly Read[], scene: Scene, commas: number): Signature {
  if (before === 'with') {
    const parameters = [{ label: 'modulus N' }, { label: 'remainder N', about: '0 to one less than the modulus.' }]
    return { head: 'values with ', parameters, active: commas }
  }
  if (before === 'in') return { head: 'values in ', parameters: [{ label: 'value' }, MORE], active: commas }
  const parent = textOf(reads, 'PartitionPlaceRule.parent')
  const keys = parent === undefined ? [] : (scene.schema.tables.get(scene.keyOf(parent))?.partitionBy?.keys ?? [])
  const labels = keys.map(({ column }) => column ?? 'expression')
  const parameters = labels.length === 0 ? [{ label: 'value' }, MORE] : labels.map(label => ({ label }))
  return { head: `values ${before} `, parameters, about: OF_BOUND[before], active: commas }
}

function indexList(reads: readonly Read[]): List {
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
