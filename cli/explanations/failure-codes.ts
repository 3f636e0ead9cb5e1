import type { Code } from '../../language/codes/code.ts'
import { DATABASE_CODES } from './database-codes.ts'
import { DRIFT_CODES } from './drift-codes.ts'
import { REVISION_CODES } from './revision-codes.ts'
import { USAGE_CODES } from './usage-codes.ts'
import { VERIFY_CODES } from './verify-codes.ts'

/** Every code that is neither a diagnostic of the language nor a hazard. */
export const FAILURE_CODES: readonly Code[] = [
  ...REVISION_CODES,
  ...USAGE_CODES,
  ...DATABASE_CODES,
  ...VERIFY_CODES,
  ...DRIFT_CODES,
]
