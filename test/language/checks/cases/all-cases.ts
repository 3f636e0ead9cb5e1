import type { CheckCase } from './check-case.ts'
import { COLUMN_CASES } from './columns.ts'
import { TYPE_CASES } from './declared-types.ts'
import { FUNCTION_CASES } from './functions.ts'
import { KEY_CASES } from './keys.ts'
import { LIMIT_CASES } from './limited.ts'
import { NAME_CASES } from './names.ts'
import { PROJECT_CASES } from './project.ts'
import { SQL_CASES } from './sql.ts'
import { TEXT_CASES } from './text.ts'

/** Every case of every code. */
export const ALL_CASES: readonly CheckCase[] = [
  ...COLUMN_CASES,
  ...KEY_CASES,
  ...NAME_CASES,
  ...SQL_CASES,
  ...FUNCTION_CASES,
  ...LIMIT_CASES,
  ...PROJECT_CASES,
  ...TEXT_CASES,
  ...TYPE_CASES,
]
