import type { Hints } from '../../compiler/diff/hints.ts'
import { draftOf, type Schema } from '../../compiler/schema/schema.ts'
import { addColumn, changeDefault, changeNullable, changeType } from './edits/columns.ts'
import { dropColumn, dropTable, dropView } from './edits/drops.ts'
import { addValue, removeValue, renameEnum, renameValue, reorderValues } from './edits/enums.ts'
import { addMember, changeComment, dropMember } from './edits/members.ts'
import type { Edit, Notes } from './edits/notes.ts'
import { renameColumn, renameTable, swapColumns } from './edits/renames.ts'
import { addEnum, addForeignKey, addTable, addTrigger, addView } from './random-schema.ts'
import type { Tape } from './tape.ts'

/** A schema made from another by random edits, with the hints that a careful person would have written. */
export interface Edited {
  readonly after: Schema
  readonly hints: Hints
}

/** Changes a schema at random; what a hint must say is said. */
export function editSchema(before: Schema, tape: Tape): Edited {
  const draft = draftOf(before)
  const notes: Notes = { renames: [], moves: [], fills: [], converts: [] }
  for (let count = tape.next(7); count > 0; count--) tape.pick(EDITS)(draft, tape, notes, before)
  return { after: draft, hints: { ...notes, drops: saidDrops(before, draft) } }
}

/** Every drop is meant: without a word, one that could be a rename is refused. */
function saidDrops(before: Schema, after: Schema): Hints['drops'] {
  const objects = (['table', 'enum', 'view'] as const).flatMap(kind =>
    [...before[`${kind}s`].keys()].map(name => ({ kind, name, place: 0 })),
  )
  const columns = [...before.tables.values()].flatMap(table => table.columns.map(column => column.name))
  const members = [...after.tables.keys()].flatMap(key =>
    [...new Set(columns)].map(name => ({ kind: 'any member' as const, in: key, name, place: 0 })),
  )
  return [...objects, ...members]
}

const EDITS: readonly Edit[] = [
  (draft, tape) => addTable(draft, tape),
  (draft, tape) => addEnum(draft, tape),
  (draft, tape, _notes, before) => addForeignKey(draft, tape, before),
  (draft, tape) => addView(draft, tape),
  (draft, tape) => addTrigger(draft, tape),
  renameTable,
  renameColumn,
  renameColumn,
  swapColumns,
  addColumn,
  addColumn,
  dropColumn,
  dropTable,
  dropView,
  changeType,
  changeNullable,
  changeDefault,
  addMember,
  dropMember,
  renameEnum,
  addValue,
  addValue,
  renameValue,
  removeValue,
  reorderValues,
  changeComment,
]
