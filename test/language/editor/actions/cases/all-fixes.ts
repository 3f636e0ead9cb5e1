import type { FixCase } from '../fix-case.ts'
import { COLUMN_FIXES } from './columns.ts'
import { DEFAULT_SCHEMA_FIXES } from './default-schema.ts'
import { FAMILY_FIXES } from './family.ts'
import { HAZARD_FIXES } from './hazards.ts'
import { HEAD_FIXES } from './heads.ts'
import { HINT_FIXES } from './hints.ts'
import { KEY_FIXES } from './keys.ts'
import { PARTITION_FIXES } from './partitions.ts'
import { PROJECT_FIXES } from './project.ts'
import { SQL_FIXES } from './sql.ts'
import { TEXT_FIXES } from './text.ts'

/** Every fix that is tested. */
export const ALL_FIXES: readonly FixCase[] = [
  ...TEXT_FIXES,
  ...PROJECT_FIXES,
  ...COLUMN_FIXES,
  ...KEY_FIXES,
  ...FAMILY_FIXES,
  ...PARTITION_FIXES,
  ...HEAD_FIXES,
  ...SQL_FIXES,
  ...HINT_FIXES,
  ...HAZARD_FIXES,
  ...DEFAULT_SCHEMA_FIXES,
]
