import type { Candidate } from '../candidate.ts'
import type { Offer, Spot } from '../spot.ts'
import { typeOffer } from './column-types.ts'
import { columnOffer, grantColumnOffer, viewColumnOffer } from './columns.ts'
import { droppedMemberOffer, droppedObjectOffer, droppedTriggerTableOffer } from './dropped.ts'
import { ownValueOffer } from './enum-entries.ts'
import { aggregateOffer, routineOffer, textWordOffer } from './head-words.ts'
import { importNameOffer, importPathOffer } from './imports.ts'
import { classOffer, collationOffer, exclusionOffer, methodOffer, parameterOffer } from './index-words.ts'
import { keywordOffer } from './keywords.ts'
import { markOffer } from './marks.ts'
import { columnLineOffer } from './members.ts'
import { mixinOffer } from './mixins.ts'
import { dependsOffer, grantTargetOffer, oldFamilyOffer, ownerOffer, privilegeOffer } from './objects.ts'
import {
  oldColumnOffer,
  oldMemberOffer,
  oldObjectOffer,
  oldTableOffer,
  oldTriggerOffer,
  oldValueOffer,
} from './old-names.ts'
import { boundOffer, inheritsOffer, parentOffer } from './partitions.ts'
import { extensionOffer, migrationsOffer, schemaOffer, urlOffer, variableOffer, versionOffer } from './project-words.ts'
import { allowCodeOffer, allowObjectOffer, revisionIdOffer } from './revision-words.ts'
import { roleOffer } from './roles.ts'
import { sqlOffer } from './sql-text.ts'
import { renamedOffer, stepTableOffer } from './step-words.ts'
import { targetColumnOffer, targetOffer } from './targets.ts'
import { triggerTableOffer } from './trigger-tables.ts'
import { valueOffer } from './values.ts'
import { viewOptionOffer, viewOptionValueOffer } from './view-options.ts'

/** What can stand in the properties of the tree: a new rule of the grammar that names something known adds a line here. */
const OFFERS: Readonly<Record<string, Offer>> = {
  'Allow.code': allowCodeOffer,
  'Allow.path': allowObjectOffer,
  'Alter.table': stepTableOffer,
  'CollateMod.collation': collationOffer,
  'Column.name': columnLineOffer,
  'CollatedColumn.columns': columnOffer,
  'ColumnCollationRule.collation': collationOffer,
  'ColumnList.columns': columnOffer,
  'Database.env': variableOffer,
  'Database.url': urlOffer,
  'DefaultSchema.name': schemaOffer,
  'Dropped.name': droppedObjectOffer,
  'Dropped.table': droppedTriggerTableOffer,
  'DroppedRule.name': droppedMemberOffer,
  'DroppedValue.value': oldValueOffer,
  'EnumBody.was': oldObjectOffer('enums', 'Enum.name'),
  'EnumValue.was': oldValueOffer,
  'Exclude.using': exclusionOffer,
  'Extension.name': extensionOffer,
  'Extension.schema': schemaOffer,
  'FamilyOption.depends': dependsOffer,
  'FamilyOption.was': oldFamilyOffer,
  'Foreign.target': targetOffer,
  'Foreign.targetColumns': targetColumnOffer,
  'GrantOption.depends': dependsOffer,
  'Import.names': importNameOffer,
  'Import.path': importPathOffer,
  'Include.mixin': mixinOffer,
  'KeyProperty.include': columnOffer,
  'Index.using': methodOffer,
  'IndexKeyOption.collate': collationOffer,
  'IndexKeyStart.column': columnOffer,
  'IndexKeyOption.opclass': classOffer,
  'Item.table': stepTableOffer,
  'MemberFamilyOption.depends': dependsOffer,
  'MemberFamilyOption.was': oldTriggerOffer,
  'MemberOption.was': oldMemberOffer,
  'Migrations.path': migrationsOffer,
  'Moves.to': ownValueOffer,
  'Moves.value': ownValueOffer,
  'Needs.revisions': revisionIdOffer,
  'Parameter.name': parameterOffer,
  'PartitionKeyRule.column': columnOffer,
  'PartitionPlaceRule.parent': parentOffer,
  'OptionWord.text': routineOffer,
  'BoundValueRule.name': boundOffer,
  'DottedWord.text': aggregateOffer,
  'GrantRule.roles': roleOffer,
  'PolicyClause.roles': roleOffer,
  'RevokeRule.roles': roleOffer,
  'TableOption.inherits': inheritsOffer,
  'TextWordRule.text': textWordOffer,
  'ViewOptionRule.name': viewOptionOffer,
  'ViewOptionRule.value': viewOptionValueOffer,
  'PolicyClause.depends': dependsOffer,
  'PolicyRule.table': triggerTableOffer,
  'PrivilegeRule.columns': grantColumnOffer,
  'PrivilegeRule.name': privilegeOffer,
  'Privileges.name': grantTargetOffer,
  'ReferenceMod.column': targetColumnOffer,
  'ReferenceMod.target': targetOffer,
  'RemovedValue.to': ownValueOffer,
  'RemovedValue.value': oldValueOffer,
  'Rename.from': renamedOffer,
  'Rename.to': renamedOffer,
  'Revision.parents': revisionIdOffer,
  'RuleRule.table': triggerTableOffer,
  'Schema.was': oldObjectOffer('schemas', 'Schema.name'),
  'SequenceOptionRule.value': ownerOffer,
  'Spelling.name': typeOffer,
  'Table.was': oldTableOffer,
  'TargetRule.version': versionOffer,
  'Trigger.table': triggerTableOffer,
  'ValueRule.name': valueOffer,
  'ViewColumnRule.name': viewColumnOffer,
  'WasMod.was': oldColumnOffer,
}

/** The candidates for one place of one way of reading the line. */
export function offersAt(spot: Spot): readonly Candidate[] {
  const { leaf } = spot.reading
  if (spot.scene.cursor.kind === 'string') return leaf.type.name === 'STRING' ? (OFFERS[spot.slot]?.(spot) ?? []) : []
  if (leaf.word !== undefined) return keywordOffer(spot)
  if (leaf.type.name === 'SQL') return sqlOffer(spot)
  if (!/^[A-Z]+$/.test(leaf.type.name)) return markOffer(spot)
  return OFFERS[spot.slot]?.(spot) ?? []
}
