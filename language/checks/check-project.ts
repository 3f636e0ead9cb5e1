import type { Diagnostic } from '../diagnostic.ts'
import type { Check } from './check.ts'
import { CheckReport } from './check-report.ts'
import type { CheckedProject } from './checked-project.ts'
import { checkCollations } from './collation.ts'
import { checkModifiers } from './column-modifiers.ts'
import { checkColumnTypes } from './column-type.ts'
import { checkConverts } from './convert-hints.ts'
import { checkTypes } from './declared-types.ts'
import { checkValues } from './default-value.ts'
import { checkDrops } from './drop-hints.ts'
import { checkEnumHints } from './enum-hints.ts'
import { checkEnumLiterals } from './enum-literals.ts'
import { checkExtensionNeeds } from './extension-needs.ts'
import { checkExtensionTypes } from './extension-types.ts'
import { checkFamily } from './family.ts'
import { checkBackfills } from './fill-hints.ts'
import { checkFiring } from './firing.ts'
import { checkForeignKeyActions, checkForeignKeyIndexes } from './foreign-key-actions.ts'
import { checkForeignKeyTargets } from './foreign-key-target.ts'
import { checkForeignKeyTypes } from './foreign-key-types.ts'
import { checkGenerated } from './generated-column.ts'
import { checkGrantTargets } from './grant-target.ts'
import { checkIdentity } from './identity.ts'
import { checkJoinColumns } from './join-columns.ts'
import { checkKeyColumns } from './key-columns.ts'
import { checkLeftOut } from './left-out.ts'
import { checkLetterCase } from './letter-case.ts'
import { checkLongValues } from './long-values.ts'
import { checkNames } from './names.ts'
import { checkNotTaken } from './not-taken.ts'
import { checkOnly } from './only.ts'
import { checkOnlyTargets } from './only-target.ts'
import { checkOtherObjects } from './other-objects.ts'
import { checkOuterTables } from './outer-tables.ts'
import { checkOverlappingPartitions } from './overlapping-partitions.ts'
import { checkPartitions } from './partition.ts'
import { checkPhysical } from './physical.ts'
import { checkComparable, checkPrimaryKeys } from './primary-key.ts'
import { checkProjectBlock } from './project.ts'
import { checkQueryColumns } from './query-columns.ts'
import { checkQueryFunctions } from './query-functions.ts'
import { checkQueryRelations } from './query-relations.ts'
import { readSubject } from './read-subject.ts'
import { checkRelationNames } from './relation-names.ts'
import { checkRenames } from './rename-hints.ts'
import { checkRepeatedGrants } from './repeated-grants.ts'
import { checkRowSecurity } from './row-security.ts'
import { checkSchemas } from './schema-names.ts'
import { checkSpelling } from './spelling.ts'
import { checkSqlColumns } from './sql-columns.ts'
import { checkSupportFunctions } from './support-functions.ts'
import { checkTableHeads } from './table-head.ts'
import { checkTriggers } from './trigger.ts'
import { checkTriggerFunctions } from './trigger-function.ts'
import { checkTriggerTexts } from './trigger-text.ts'
import { checkTypeAliases } from './type-alias.ts'
import { checkTypeArguments } from './type-arguments.ts'
import { checkTypeNames } from './type-names.ts'
import { checkTypeVersions } from './type-version.ts'
import { checkUndeclaredFunctions } from './undeclared-functions.ts'
import { checkUnloggedTargets } from './unlogged-target.ts'
import { checkUnused } from './unused.ts'

/** Every check, in the order of the language's documentation. */
const CHECKS: readonly Check[] = [
  checkProjectBlock,
  checkNotTaken,
  checkOnlyTargets,
  checkNames,
  checkRelationNames,
  checkLetterCase,
  checkSchemas,
  checkOtherObjects,
  checkUnused,
  checkTypeNames,
  checkTypeArguments,
  checkTypeVersions,
  checkTypeAliases,
  checkTypes,
  checkColumnTypes,
  checkExtensionTypes,
  checkExtensionNeeds,
  checkCollations,
  checkValues,
  checkModifiers,
  checkIdentity,
  checkGenerated,
  checkTableHeads,
  checkKeyColumns,
  checkPartitions,
  checkOverlappingPartitions,
  checkLongValues,
  checkPrimaryKeys,
  checkComparable,
  checkForeignKeyTargets,
  checkForeignKeyTypes,
  checkForeignKeyActions,
  checkForeignKeyIndexes,
  checkLeftOut,
  checkPhysical,
  checkSpelling,
  checkSqlColumns,
  checkEnumLiterals,
  checkQueryRelations,
  checkQueryColumns,
  checkJoinColumns,
  checkQueryFunctions,
  checkUndeclaredFunctions,
  checkTriggers,
  checkFiring,
  checkOuterTables,
  checkGrantTargets,
  checkRepeatedGrants,
  checkTriggerTexts,
  checkTriggerFunctions,
  checkSupportFunctions,
  checkOnly,
  checkFamily,
  checkRowSecurity,
  checkEnumHints,
  checkRenames,
  checkUnloggedTargets,
  checkConverts,
  checkDrops,
  checkBackfills,
]

/**
 * All that can be said of a project without a database, beyond what reading it has said; of some of its files only when `focus`
 * names them. It never throws.
 */
export function checkProject(checked: CheckedProject, focus?: ReadonlySet<string>): readonly Diagnostic[] {
  const parsed = checked.files.map(file => file.parsed)
  const report = new CheckReport(parsed, focus)
  const subject = readSubject(checked, focus)
  for (const check of CHECKS) check(subject, report)
  return onePerPlace(report.diagnostics)
}

/** A line of a mixin is read for every table that includes it: what is wrong with it is said once. */
function onePerPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, file, range }) => {
    const key = `${code}\n${file}\n${range.start.offset}\n${range.end.offset}`
    return !seen.has(key) && seen.add(key)
  })
}
