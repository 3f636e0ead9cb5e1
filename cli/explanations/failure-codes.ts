import type { Code } from '../../language/codes/code.ts'
import { DATABASE_CODES } from './database-codes.ts'
import { REVISION_CODES } from './revision-codes.ts'
import { USAGE_CODES } from './usage-codes.ts'

/** Every code that is neither a diagnostic of the language nor a hazard. */
export const FAILURE_CODES: readonly Code[] = [...REVISION_CODES, ...USAGE_CODES, ...DATABASE_CODES]
