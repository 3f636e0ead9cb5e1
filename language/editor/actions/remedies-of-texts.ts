import type { Remedy } from './fix.ts'
import { leavePrivilegeOut, otherExpression } from './fixes/access.ts'
import { addExpected, balanceBrace, bracesForBrackets, closeQuote, onePerLine } from './fixes/brackets.ts'
import { changeSpelling } from './fixes/change-spelling.ts'
import {
  declareMixin,
  declareTable,
  declareType,
  mendLength,
  quoteType,
  sayWhichMeaning,
} from './fixes/column-types.ts'
import { onePrimaryKey, uniteDeclarations, uniteMembers } from './fixes/duplicates.ts'
import { addRowSecurity, leaveDependsOut, plainField } from './fixes/family.ts'
import { nameTarget } from './fixes/foreign-keys.ts'
import { removeHint } from './fixes/hints.ts'
import {
  correctImportedName,
  correctPath,
  importFile,
  importInMain,
  importName,
  removeImport,
} from './fixes/imports.ts'
import { leaveKeyOut } from './fixes/keys.ts'
import { leaveOut, removeLine, removeRepeated } from './fixes/leave-out.ts'
import { mendMisplaced } from './fixes/misplaced.ts'
import { changeToListed, mendViewOption } from './fixes/options.ts'
import { divideParent, leaveInheritsOut } from './fixes/partitions.ts'
import { mendProject } from './fixes/project-block.ts'
import { callInBackticks, putInBackticks } from './fixes/put-in-backticks.ts'
import { leaveReturnsOut, sayReturns } from './fixes/routine-head.ts'
import { sayDrop } from './fixes/say-drop.ts'
import { plainComment, quoteWord, removeSign, writeComment } from './fixes/signs.ts'
import { leaveWordOut, putLengthInBrackets, translateNull, translateSql } from './fixes/sql-habits.ts'
import { mendStep } from './fixes/steps.ts'

/** The codes of the text, its names and its imports. */
export const TEXT_REMEDIES: Readonly<Record<string, Remedy>> = {
  MIG101: {
    fixes: [
      changeSpelling,
      translateNull,
      translateSql,
      leaveWordOut,
      putInBackticks,
      putLengthInBrackets,
      quoteWord,
      bracesForBrackets,
      onePerLine,
      addExpected,
    ],
  },
  MIG102: { fixes: [closeQuote] },
  MIG103: { fixes: [balanceBrace] },
  MIG104: { fixes: [putInBackticks, writeComment, removeSign], harmless: true },
  MIG105: { none: 'Where a file is best cut in two is for its author to say.' },
  MIG106: { fixes: [plainComment], harmless: true },
  MIG107: { fixes: [removeRepeated] },
  MIG108: { none: 'Which number or id was meant cannot be told from the text.' },
  MIG110: { fixes: [correctPath] },
  MIG111: { fixes: [removeImport] },
  MIG112: { fixes: [correctImportedName, importName] },
  MIG113: { fixes: [mendProject] },
  MIG114: { fixes: [mendMisplaced] },
  MIG115: { fixes: [importInMain] },
  MIG116: { fixes: [removeHint()], harmless: true },
  MIG117: { fixes: [importName] },
  MIG120: { fixes: [changeSpelling, importFile, declareType, mendLength] },
  MIG121: { fixes: [changeSpelling, importFile, declareMixin] },
  MIG122: { fixes: [changeSpelling, importFile, declareTable] },
  MIG123: { fixes: [uniteDeclarations] },
  MIG124: { fixes: [onePrimaryKey, uniteMembers] },
  MIG125: { fixes: [removeCircle()] },
  MIG127: { fixes: [sayWhichMeaning] },
  MIG128: { fixes: [callInBackticks], harmless: true },
  MIG129: { fixes: [nameTarget] },
  MIG130: { fixes: [leaveOut(true)] },
  MIG131: { fixes: [leaveKeyOut], harmless: true },
  MIG132: { fixes: [quoteType] },
  MIG133: {
    fixes: [
      plainField,
      sayReturns,
      leaveReturnsOut,
      changeToListed,
      otherExpression,
      leavePrivilegeOut,
      mendViewOption,
      leaveGrantOut(),
    ],
  },
  MIG134: { fixes: [changeSpelling, leaveDependsOut] },
  MIG135: { fixes: [addRowSecurity] },
  MIG136: { fixes: [sayDrop] },
  MIG137: { fixes: [divideParent, leaveInheritsOut] },
  MIG140: { fixes: [removeSecondHead()] },
  MIG141: { fixes: [mendStep] },
  MIG142: { none: 'What the statement was for cannot be told; without it the SQL around it may mean something else.' },
}

function removeCircle() {
  const remove = removeLine('Remove this line', true)
  return (at: Parameters<typeof remove>[0]) => (at.node.$type === 'IncludeMember' ? remove(at) : [])
}

function removeSecondHead() {
  const remove = removeLine('Remove this line', true)
  return (at: Parameters<typeof remove>[0]) => (/stands in it once/.test(at.diagnostic.message) ? remove(at) : [])
}

function leaveGrantOut() {
  const remove = removeLine('Leave the line out', true)
  return (at: Parameters<typeof remove>[0]) => (/^Leave the line out/.test(at.diagnostic.remedy) ? remove(at) : [])
}
