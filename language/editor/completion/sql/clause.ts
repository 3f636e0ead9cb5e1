import { type Code, isSign, wordAt } from '../../../../compiler/sql/code.ts'

const CLAUSES: ReadonlySet<string> = new Set(
  `select from join on where group having order limit offset insert into values update set delete returning with union
  except intersect begin using`.split(/\s+/),
)

/** What is around a token: the clause it stands in, and the brackets and CASE between. */
export interface Clause {
  /** The word that begins the clause; empty at the beginning of a statement. */
  readonly word: string
  /** Whether a bracket of an expression is open. */
  readonly inBrackets: boolean
  readonly inCase: boolean
  /** Whether it stands in a query of its own, between brackets. */
  readonly isInner: boolean
}

/** Finds the clause of the token at `at`, looking back. */
export function clauseAt(code: Code, at: number): Clause {
  let inBrackets = false
  let cases = 0
  let depth = 0
  for (let back = at - 1; back >= 0; back--) {
    if (isSign(code, back, ')') || isSign(code, back, ']')) depth++
    else if (isSign(code, back, '(') || isSign(code, back, '[')) {
      if (depth > 0) depth--
      else inBrackets = true
    } else if (depth === 0) {
      const word = wordAt(code, back)
      if (isSign(code, back, ';')) return { word: '', inBrackets, inCase: cases > 0, isInner: false }
      if (word === 'end') cases--
      else if (word === 'case' && !inBrackets) cases++
      else if (CLAUSES.has(word) && !isSign(code, back - 1, '.')) {
        const isInner = isSign(code, back - 1, '(')
        if (inBrackets && !isInner && word !== 'select') return { word, inBrackets, inCase: cases > 0, isInner }
        return { word: word === 'begin' ? '' : word, inBrackets, inCase: cases > 0, isInner }
      }
    }
  }
  return { word: '', inBrackets, inCase: cases > 0, isInner: false }
}
