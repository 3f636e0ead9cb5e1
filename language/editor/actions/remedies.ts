import type { Remedy } from './fix.ts'
import { CHECK_REMEDIES } from './remedies-of-checks.ts'
import { HAZARD_REMEDIES } from './remedies-of-hazards.ts'
import { TEXT_REMEDIES } from './remedies-of-texts.ts'

/** What an editor can do about each code, or why it can do nothing. */
export const REMEDIES: Readonly<Record<string, Remedy>> = { ...TEXT_REMEDIES, ...CHECK_REMEDIES, ...HAZARD_REMEDIES }
