import type { ObjectDefinition } from './definition.ts'
import { followRoutine, renameRoutine, routineProvides, routineUses, sameRoutine } from './routine.ts'

/** Procedures; only `call` names one, which no stored SQL but a body has. */
export const procedureDefinition: ObjectDefinition<'procedure'> = {
  same: sameRoutine,
  provides: routineProvides,
  uses: one => routineUses(one),
  follow: followRoutine,
  rename: renameRoutine,
}
