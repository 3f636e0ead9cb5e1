import type { Remedy } from './fix.ts'
import { changeSpelling, newName } from './fixes/change-spelling.ts'
import { mendLength, spellType } from './fixes/column-types.ts'
import { declareExtension, declareSchema } from './fixes/declare.ts'
import { settleConflict } from './fixes/family.ts'
import { addIndex, makeUnique, otherAction, takeTargetType } from './fixes/foreign-keys.ts'
import { removeHint, removeValue } from './fixes/hints.ts'
import { importFile, importName } from './fixes/imports.ts'
import { mendTrigger, putSqlInPlace } from './fixes/in-sql.ts'
import { comparable, leaveColumnOut, leaveWordsOut, nameOnce } from './fixes/keys.ts'
import { leaveOut, removeLine } from './fixes/leave-out.ts'
import {
  addPrimaryKey,
  leaveNumberOut,
  makeBigint,
  makePrimary,
  removeKey,
  removeModifier,
  removeThisModifier,
  storeComputed,
} from './fixes/modifiers.ts'
import { nameAfterTable, nameApart, shortenName } from './fixes/names.ts'
import { aliasNeverNull, letBeNull, neverNull } from './fixes/null-marks.ts'
import { limit, limitColumn, limitLine } from './fixes/only.ts'
import { addPartitionKey } from './fixes/partition-key.ts'
import { mendBound, moveToParent } from './fixes/partitions.ts'
import { addTarget, oldestVersion, raiseTarget } from './fixes/project-block.ts'
import { declareTriggerFunction } from './fixes/routine-head.ts'
import { spellSql } from './fixes/sql-sides.ts'
import { leaveParameterOut } from './fixes/storage-parameter.ts'
import { strictType } from './fixes/strict-type.ts'
import { bothLogged } from './fixes/unlogged.ts'
import { removeUnused } from './fixes/unused.ts'
import { chooseValue, singleQuotes, writeValue } from './fixes/values.ts'

const RENAMING = 'Others may speak of it by its name: rename it where it stands, and they follow.'

/** The codes of the checks. */
export const CHECK_REMEDIES: Readonly<Record<string, Remedy>> = {
  MIG138: { fixes: [bothLogged] },
  MIG139: { none: 'The query becomes the body of a function, whose name and types are for its author to say.' },
  MIG143: { none: 'Which rows a partition is to have is for its author to say.' },
  MIG144: { fixes: [leaveParameterOut] },
  MIG150: { fixes: [mendLength] },
  MIG151: { fixes: [spellType, limitColumn('postgres')] },
  MIG152: { fixes: [spellType] },
  MIG153: { fixes: [aliasNeverNull], harmless: true },
  MIG154: { fixes: [leaveOut(), limit()] },
  MIG155: { fixes: [writeValue, singleQuotes, removeModifier(false, 'DefaultModifier', 'BackfillModifier')] },
  MIG156: { fixes: [changeSpelling, chooseValue] },
  MIG157: { fixes: [letBeNull, removeModifier(false, 'DefaultModifier', 'BackfillModifier')] },
  MIG158: { fixes: [removeThisModifier] },
  MIG159: { fixes: [makeBigint, neverNull(true), leaveNumberOut] },
  MIG160: { fixes: [makePrimary, makeBigint, limitColumn('postgres'), removeModifier(false, 'IdentityModifier')] },
  MIG161: { fixes: [putSqlInPlace, storeComputed, removeKey] },
  MIG162: { fixes: [neverNull(true)], harmless: true },
  MIG163: { fixes: [comparable, removeKey] },
  MIG164: { fixes: [declareSchema] },
  MIG165: { fixes: [changeSpelling, leaveColumnOut] },
  MIG166: { fixes: [nameOnce], harmless: true },
  MIG167: { fixes: [takeTargetType] },
  MIG168: { fixes: [makeUnique] },
  MIG169: { fixes: [letBeNull, otherAction] },
  MIG170: { fixes: [addIndex] },
  MIG171: { fixes: [limitLine('postgres'), strictOut(), withoutRowidOut()] },
  MIG172: {
    fixes: [
      leaveWordsOut('nullsNotDistinct', 'nulls not distinct'),
      limitLine('postgres', /^nulls/),
      limitLine('sqlite', /^collate/),
    ],
  },
  MIG173: { fixes: [moveToParent] },
  MIG174: { fixes: [declareExtension] },
  MIG175: { fixes: [mendBound] },
  MIG176: { fixes: [addPartitionKey] },
  MIG177: { fixes: [settleConflict] },
  MIG178: { fixes: [nameApart] },
  MIG179: { none: RENAMING },
  MIG180: { fixes: [shortenName] },
  MIG181: { none: RENAMING },
  MIG182: { fixes: [changeSpelling, newName, singleQuotes, removeHintAround()] },
  MIG183: { fixes: [changeSpelling, importName, importFile] },
  MIG184: { fixes: [spellSql, spellType, limit()] },
  MIG185: { none: 'Which of the views should read the tables instead is for their author to say.' },
  MIG186: { none: 'What a query asks can become a key, a trigger or a function, each of which means something else.' },
  MIG187: { fixes: [nameAfterTable] },
  MIG188: { fixes: [limit(true), leaveStateOut()] },
  MIG189: { fixes: [addPrimaryKey, strictType, leaveWordsOut('withoutRowid', 'without rowid')] },
  MIG190: { fixes: [changeSpelling, removeHint(), removeValue] },
  MIG191: { fixes: [removeModifier(false, 'BackfillModifier'), neverNull(false)] },
  MIG192: { fixes: [changeSpelling] },
  MIG193: { fixes: [mendTrigger] },
  MIG194: { fixes: [changeSpelling, declareTriggerFunction] },
  MIG195: { fixes: [oldestVersion] },
  MIG196: { fixes: [raiseTarget, leaveWordsOut('nullsNotDistinct', 'nulls not distinct'), storeComputed, strictOut()] },
  MIG197: { fixes: [addTarget, removeLine('Remove the line')] },
  MIG198: { fixes: [removeUnused] },
  MIG199: { fixes: [limit()] },
}

function strictOut() {
  const leave = leaveWordsOut('strict', 'strict')
  return (at: Parameters<typeof leave>[0]) => (at.text === 'strict' ? leave(at) : [])
}

/** When a trigger fires can be said of those on tables only. */
function leaveStateOut() {
  const leave = leaveOut()
  return (at: Parameters<typeof leave>[0]) => (/when they fire/.test(at.diagnostic.message) ? leave(at) : [])
}

function withoutRowidOut() {
  const leave = leaveWordsOut('withoutRowid', 'without rowid')
  return (at: Parameters<typeof leave>[0]) => (at.text === 'without' ? leave(at) : [])
}

/** SQL in a hint that names what is gone: the hint has most likely done its work. */
function removeHintAround() {
  const remove = removeHint(false)
  return (at: Parameters<typeof remove>[0]) => (at.diagnostic.severity === 'warning' ? remove(at) : [])
}
