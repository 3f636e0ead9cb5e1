import type { StepDefinitions } from '../definition.ts'
import type { StepKind } from '../step.ts'
import { columnSteps } from './columns.ts'
import { constraintSteps } from './constraints.ts'
import { enumSteps } from './enums.ts'
import { extensionSteps } from './extensions.ts'
import { indexSteps } from './indexes.ts'
import { objectSteps } from './objects.ts'
import { schemaSteps } from './schemas.ts'
import { sqlSteps } from './sql.ts'
import { tableSteps } from './tables.ts'
import { triggerSteps } from './triggers.ts'
import { viewSteps } from './views.ts'

/** Every kind of step; a kind that is forgotten does not compile. */
export const definitions: StepDefinitions<StepKind> = {
  ...schemaSteps,
  ...extensionSteps,
  ...enumSteps,
  ...tableSteps,
  ...columnSteps,
  ...constraintSteps,
  ...indexSteps,
  ...viewSteps,
  ...triggerSteps,
  ...objectSteps,
  ...sqlSteps,
}
