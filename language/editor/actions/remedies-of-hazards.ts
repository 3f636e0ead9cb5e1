import type { Remedy } from './fix.ts'
import { keepRowSecurity, putGrantBack, sayDroppedPolicy } from './hazards/access.ts'
import { renamedColumn, renamedObject } from './hazards/ambiguous.ts'
import { renamedField } from './hazards/ambiguous-field.ts'
import { cutTexts } from './hazards/cut-values.ts'
import { keepExtension, sayDroppedColumn, sayDroppedTable, sayValueBack } from './hazards/drops.ts'
import { lostValue } from './hazards/enum-values.ts'
import { keepKeyColumn } from './hazards/key-column.ts'
import { leaveRowsAlone } from './hazards/not-valid.ts'
import { addConversion, giveRowsAValue, removeConversion } from './hazards/rows-there.ts'

const ROWS = 'What to do with rows that do not fit, only somebody can say who knows them.'
const WAITING = 'It is about when to run it, not about what to write.'

/** The hazards of a plan. */
export const HAZARD_REMEDIES: Readonly<Record<string, Remedy>> = {
  MIG201: { fixes: [renamedColumn] },
  MIG202: { fixes: [renamedObject('table')] },
  MIG203: { fixes: [renamedObject('enum')] },
  MIG204: { fixes: [giveRowsAValue] },
  MIG205: { fixes: [giveRowsAValue] },
  MIG206: { fixes: [lostValue] },
  MIG207: { fixes: [lostValue] },
  MIG208: { fixes: [addConversion] },
  MIG209: { fixes: [addConversion, removeConversion] },
  MIG210: { fixes: [sayDroppedTable] },
  MIG211: { fixes: [sayDroppedColumn] },
  MIG212: { fixes: [cutTexts] },
  MIG213: { none: 'The values are lost by what is asked for; keeping a copy is a step by hand.' },
  MIG214: { none: WAITING },
  MIG215: { fixes: [keepExtension] },
  MIG216: { none: 'What is lost by it is lost by what is asked for; a copy is a step by hand.' },
  MIG217: {
    none: 'The tables are written twice by what is asked for; when there is time for that is not in the text.',
  },
  MIG218: { fixes: [renamedField] },
  MIG219: { none: ROWS },
  MIG220: { none: ROWS },
  MIG221: { fixes: [leaveRowsAlone] },
  MIG222: { fixes: [leaveRowsAlone] },
  MIG223: { none: WAITING },
  MIG224: { none: WAITING },
  MIG225: { none: WAITING },
  MIG226: { none: WAITING },
  MIG227: { none: WAITING },
  MIG228: { none: ROWS },
  MIG229: { none: WAITING },
  MIG230: { fixes: [sayValueBack] },
  MIG231: { none: 'The programs that use the old name stand elsewhere.' },
  MIG232: { none: 'The way back of SQL by hand is SQL by hand.' },
  MIG233: { none: 'What is lost on the way back is lost whatever is written.' },
  MIG234: { fixes: [addConversion] },
  MIG235: { fixes: [sayValueBack] },
  MIG236: { none: 'The value stands in the step of the revision, once that is made.' },
  MIG237: { fixes: [keepKeyColumn] },
  MIG238: { none: ROWS },
  MIG239: { none: WAITING },
  MIG240: { none: 'By which columns the join is meant to join is for its author to say.' },
  MIG241: { none: 'A word in a text may mean something else: nobody can tell.' },
  MIG242: { none: 'Whether the column goes too, or gets other values, is for its author to say.' },
  MIG243: { none: 'What the view or the trigger is to say without it is for its author to write.' },
  MIG246: { none: 'The programs that call it as before stand elsewhere.' },
  MIG249: { none: 'Which ways an extension knows between its versions is told by the server, not by the text.' },
  MIG250: { fixes: [putGrantBack] },
  MIG251: { fixes: [keepRowSecurity, sayDroppedPolicy, putGrantBack] },
  MIG252: { fixes: [sayDroppedPolicy] },
}
