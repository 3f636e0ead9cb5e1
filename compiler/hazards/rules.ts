import type { HazardRule } from './rule.ts'
import { rule as accessOpened } from './rules/access-opened.ts'
import { rule as accessTaken } from './rules/access-taken.ts'
import { rule as addNotNull } from './rules/add-not-null.ts'
import { rule as ambiguousColumn } from './rules/ambiguous-column.ts'
import { rule as ambiguousEnum } from './rules/ambiguous-enum.ts'
import { rule as ambiguousEnumValue } from './rules/ambiguous-enum-value.ts'
import { rule as ambiguousField } from './rules/ambiguous-field.ts'
import { rule as ambiguousTable } from './rules/ambiguous-table.ts'
import { rule as callChanges } from './rules/call-changes.ts'
import { rule as checkOnRows } from './rules/check-on-rows.ts'
import { rule as danglingWayBack } from './rules/dangling-way-back.ts'
import { rule as domainOnRows } from './rules/domain-on-rows.ts'
import { rule as dropColumn } from './rules/drop-column.ts'
import { rule as dropExtension } from './rules/drop-extension.ts'
import { rule as dropObject } from './rules/drop-object.ts'
import { rule as dropTable } from './rules/drop-table.ts'
import { rule as dropWithoutValue } from './rules/drop-without-value.ts'
import { rule as enumRewrite } from './rules/enum-rewrite.ts'
import { rule as enumValueRemoved } from './rules/enum-value-removed.ts'
import { rule as exclusionOnRows } from './rules/exclusion-on-rows.ts'
import { rule as extensionVersion } from './rules/extension-version.ts'
import { rule as foreignKeyOnRows } from './rules/foreign-key-on-rows.ts'
import { rule as indexBlocksWrites } from './rules/index-blocks-writes.ts'
import { rule as lossyDown } from './rules/lossy-down.ts'
import { rule as lossyType } from './rules/lossy-type.ts'
import { rule as narrowing } from './rules/narrowing.ts'
import { rule as naturalJoin } from './rules/natural-join.ts'
import { rule as noWayBack } from './rules/no-way-back.ts'
import { rule as notNullScan } from './rules/not-null-scan.ts'
import { rule as nullsWayBack } from './rules/nulls-way-back.ts'
import { rule as partitionKey } from './rules/partition-key.ts'
import { rule as partitionRows } from './rules/partition-rows.ts'
import { rule as renameBreaksCode } from './rules/rename-breaks-code.ts'
import { rule as renameInText } from './rules/rename-in-text.ts'
import { rule as rowsHidden } from './rules/rows-hidden.ts'
import { rule as setNotNull } from './rules/set-not-null.ts'
import { rule as sqlWithoutDown } from './rules/sql-without-down.ts'
import { rule as sqliteCopy } from './rules/sqlite-copy.ts'
import { rule as staleConversion } from './rules/stale-conversion.ts'
import { rule as stillRead } from './rules/still-read.ts'
import { rule as tableDivided } from './rules/table-divided.ts'
import { rule as tableMoves } from './rules/table-moves.ts'
import { rule as typeAnew } from './rules/type-anew.ts'
import { rule as typeRewrite } from './rules/type-rewrite.ts'
import { rule as typeWithoutCast } from './rules/type-without-cast.ts'
import { rule as uniqueOnRows } from './rules/unique-on-rows.ts'
import { rule as volatileDefault } from './rules/volatile-default.ts'
import { rule as wayBackValue } from './rules/way-back-value.ts'

/** Every rule, by its code. */
export const RULES: readonly HazardRule[] = [
  ambiguousColumn,
  ambiguousTable,
  ambiguousEnum,
  addNotNull,
  setNotNull,
  ambiguousEnumValue,
  enumValueRemoved,
  typeWithoutCast,
  staleConversion,
  dropTable,
  dropColumn,
  narrowing,
  lossyType,
  typeRewrite,
  dropExtension,
  dropObject,
  typeAnew,
  ambiguousField,
  domainOnRows,
  uniqueOnRows,
  checkOnRows,
  foreignKeyOnRows,
  indexBlocksWrites,
  notNullScan,
  volatileDefault,
  enumRewrite,
  sqliteCopy,
  exclusionOnRows,
  tableMoves,
  dropWithoutValue,
  renameBreaksCode,
  sqlWithoutDown,
  lossyDown,
  noWayBack,
  wayBackValue,
  nullsWayBack,
  partitionKey,
  partitionRows,
  tableDivided,
  naturalJoin,
  renameInText,
  danglingWayBack,
  stillRead,
  callChanges,
  extensionVersion,
  accessTaken,
  accessOpened,
  rowsHidden,
]
