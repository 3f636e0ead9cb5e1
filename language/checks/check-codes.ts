import type { Code } from '../codes/code.ts'
import { COLUMN_CODES } from './codes/column-codes.ts'
import { KEY_CODES } from './codes/key-codes.ts'
import { NAME_CODES } from './codes/name-codes.ts'
import { PROJECT_CODES } from './codes/project-codes.ts'
import { SQL_CODES } from './codes/sql-codes.ts'

/** What the checks can find, MIG150 to MIG199, in the order of the codes. */
export const CHECK_CODES: readonly Code[] = [
  ...COLUMN_CODES,
  ...KEY_CODES,
  ...NAME_CODES,
  ...SQL_CODES,
  ...PROJECT_CODES,
].sort((a, b) => (a.code < b.code ? -1 : 1))
