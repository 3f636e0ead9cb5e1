import { nameText } from '../../schema/name.ts'
import { renameSequence } from '../../sql/rename-object.ts'
import type { ObjectDefinition } from './definition.ts'
import { sameData } from './same-data.ts'

/** Sequences. */
export const sequenceDefinition: ObjectDefinition<'sequence'> = {
  same: (a, b) => sameData({ ...a, comment: '' }, { ...b, comment: '' }),
  provides: ({ name }) => [{ space: 'relation', name }],
  uses: ({ owner }) =>
    owner === undefined
      ? []
      : [
          { space: 'relation', name: owner.table, soft: true },
          { space: 'column', name: { name: owner.column }, of: owner.table, soft: true },
        ],
  follow: (object, edits) => {
    if (object.owner === undefined) return object
    const { table, column } = object.owner
    return { ...object, owner: { table: edits.relation(table), column: edits.column(table, column) } }
  },
  rename: (object, { name }) => ({ ...object, name }),
  inSql: (sql, from, to) => renameSequence(sql, from.name, to.name),
  loss: ({ name }) => `the last value of sequence ${nameText(name)}`,
}
