import type { ConvertHint, Hints } from '../../compiler/diff/hints.ts'
import { mapDialects } from '../../compiler/schema/dialect.ts'
import { nameText } from '../../compiler/schema/name.ts'
import { draftOf, type Schema } from '../../compiler/schema/schema.ts'
import { renameColumnInExpression } from '../../compiler/sql/rename.ts'
import { addColumn, changeDefault, changeNullable, changeType } from './edits/columns.ts'
import { addDependant } from './edits/dependants.ts'
import { dropColumn, dropTable, dropView } from './edits/drops.ts'
import { addValue, removeValue, renameEnum, renameValue, reorderValues } from './edits/enums.ts'
import {
  addFunction,
  addSequence,
  changeFunction,
  changeSequence,
  dropFamilyMember,
  renameFamilyMember,
} from './edits/family.ts'
import { addType, changeTypeObject, useType } from './edits/made-types.ts'
import { addMember, changeComment, dropMember } from './edits/members.ts'
import type { Edit, Notes } from './edits/notes.ts'
import { dropLostGrants } from './edits/privileges.ts'
import { addRarity, changeRarity } from './edits/rarities.ts'
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
  dropLostGrants(draft)
  const converts = notes.converts.map(hint => (tape.chance(2) ? withOldName(hint, notes, draft) : hint))
  return { after: draft, hints: { ...notes, converts, drops: saidDrops(before, draft) } }
}

/** A conversion that calls a renamed column by its old name, as long as that name is free. */
function withOldName(hint: ConvertHint, { renames }: Notes, after: Schema): ConvertHint {
  const rename = renames.find(one => one.kind === 'column' && one.in === hint.in && one.to === hint.column)
  const table = after.tables.get(hint.in)
  if (rename === undefined || table === undefined) return hint
  if (table.columns.some(column => column.name.toLowerCase() === rename.from.toLowerCase())) return hint
  const edit = (sql: string) => renameColumnInExpression(sql, table.name, rename.to, rename.from)
  return { ...hint, convert: mapDialects(hint.convert, edit), revert: mapDialects(hint.revert!, edit) }
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
  const fields = [...before.objects.values()].flatMap(object =>
    object.kind === 'composite'
      ? object.fields.map(({ name }) => ({ kind: 'field' as const, in: nameText(object.name), name, place: 0 }))
      : [],
  )
  return [...objects, ...members, ...fields]
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
  (draft, tape) => addFunction(draft, tape),
  changeFunction,
  changeFunction,
  (draft, tape) => addSequence(draft, tape),
  changeSequence,
  renameFamilyMember,
  dropFamilyMember,
  (draft, tape, _notes, before) => addType(draft, tape, before),
  useType,
  (draft, tape) => addDependant(draft, tape),
  (draft, tape) => addDependant(draft, tape),
  changeTypeObject,
  changeTypeObject,
  (draft, tape, _notes, before) => addRarity(draft, tape, before),
  (draft, tape, _notes, before) => addRarity(draft, tape, before),
  (draft, tape, _notes, before) => addRarity(draft, tape, before),
  ...Array.from({ length: 8 }, () => changeRarity),
]
