import { renameFunction } from '../../sql/rename-object.ts'
import type { ObjectDefinition } from './definition.ts'
import { followRoutine, renameRoutine, routineProvides, routineUses, sameRoutine } from './routine.ts'

/** Functions. */
export const functionDefinition: ObjectDefinition<'function'> = {
  same: sameRoutine,
  provides: routineProvides,
  uses: one => routineUses(one, one.returns),
  follow: followRoutine,
  rename: renameRoutine,
  inSql: (sql, from, to) => renameFunction(sql, from.name, to.name),
}
