import { type Code, isName, isSign } from './code.ts'

/** The places of the parts of the dotted name that begins at `at`. */
export function pathAt(code: Code, at: number, to: number): readonly number[] {
  const path = [at]
  let next = at + 1
  while (next + 1 < to && isSign(code, next, '.') && isName(code, next + 1)) {
    path.push(next + 1)
    next += 2
  }
  return path
}
