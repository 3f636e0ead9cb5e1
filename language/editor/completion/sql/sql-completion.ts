import { isName, isSign, wordAt } from '../../../../compiler/sql/code.ts'
import type { Candidate } from '../candidate.ts'
import type { Reading } from '../grammar/reading.ts'
import type { Scene } from '../scene.ts'
import { functionNames } from './functions.ts'
import { joinConditions } from './join-conditions.ts'
import { literalValues } from './literals.ts'
import { columnNames } from './names.ts'
import { relationNames } from './relations.ts'
import { type Sight, sightOf } from './sight.ts'
import { triggerWords } from './trigger-words.ts'
import { followingWords, isStatementWord, operandWords } from './words.ts'

/** What can stand at a cursor in SQL, and the word that it takes the place of. */
export interface SqlCandidates {
  readonly candidates: readonly Candidate[]
  readonly start: number
  readonly end: number
  /** Whether something has to follow there. */
  readonly mustFollow: boolean
}

/** Completes SQL between backticks: names in sight of the query, values of enums, words and functions of the databases. */
export function sqlCandidates(scene: Scene, readings: readonly Reading[]): SqlCandidates {
  const sight = sightOf(scene, readings)
  const { offset } = scene.cursor
  if (sight === undefined || sight.use === 'type')
    return { candidates: [], start: offset, end: offset, mustFollow: false }
  return { ...find(sight), start: sight.start, end: sight.end }
}

function find(sight: Sight): Pick<SqlCandidates, 'candidates' | 'mustFollow'> {
  const { reading, at } = sight
  if (sight.isLiteral) return { candidates: literalValues(sight), mustFollow: true }
  const words = sight.use === 'trigger' ? triggerWords(sight) : undefined
  if (words !== undefined) return { candidates: words, mustFollow: false }
  if (isStatementWord(sight)) return { candidates: followingWords(sight), mustFollow: false }
  const relation = reading.relations.find(one => one.path.includes(at))
  if (relation !== undefined && isSecond(sight)) return { candidates: followingWords(sight), mustFollow: false }
  if (relation !== undefined) return { candidates: relationNames(relation, sight), mustFollow: true }
  if (reading.types.some(path => path.includes(at))) return { candidates: [], mustFollow: false }
  const column = reading.columns.find(one => one.path.includes(at))
  if (column !== undefined && sight.use === 'default')
    return { candidates: [...operandWords(sight), ...functionNames(sight)], mustFollow: true }
  if (column === undefined) {
    const isCall = reading.functions.some(path => path.includes(at))
    return { candidates: isCall ? functionNames(sight) : followingWords(sight), mustFollow: isCall }
  }
  const names = columnNames(column, sight)
  if (column.path[0] !== at || column.relation !== undefined || column.merged)
    return { candidates: names, mustFollow: true }
  return {
    candidates: [
      ...literalValues(sight),
      ...joinConditions(column, sight),
      ...names,
      ...operandWords(sight),
      ...functionNames(sight),
    ],
    mustFollow: true,
  }
}

/** `from orders o |`: after a source and its alias there is no other one without a comma. */
function isSecond({ reading: { code }, at }: Sight): boolean {
  if (isSign(code, at - 1, ')')) return true
  return isName(code, at - 1) && !BEFORE_RELATION.has(wordAt(code, at - 1))
}

const BEFORE_RELATION: ReadonlySet<string> = new Set([
  'from',
  'join',
  'into',
  'update',
  'only',
  'lateral',
  'table',
  'using',
  'on',
  'in',
  'references',
])
