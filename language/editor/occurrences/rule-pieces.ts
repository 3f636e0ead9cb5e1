import { isSign, readCode, wordAt } from '../../../compiler/sql/code.ts'
import type { SqlPiece } from './sql-piece.ts'

/** The condition and each command of a rule, as a trigger would have them: `new` and `old` are rows of its table. */
export function rulePieces(piece: SqlPiece): readonly SqlPiece[] {
  const code = readCode(piece.text)
  const { tokens } = code
  const at = tokens.findIndex((_, place) => wordAt(code, place) === 'do')
  if (at < 0) return []
  const pieces: SqlPiece[] = []
  const add = (from: number, to: number, before: string, after = '') => {
    if (from >= to || wordAt(code, from) === 'nothing') return
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end]
    const place = (offset: number) => Math.min(Math.max(offset - before.length, 0), end - start) + start
    pieces.push({
      ...piece,
      text: before + piece.text.slice(start, end) + after,
      placeOf: offset => piece.placeOf(place(offset)),
      endOf: offset => piece.endOf(place(offset)),
      lead: before.length,
    })
  }
  const condition = tokens.findIndex((_, place) => place < at && wordAt(code, place) === 'where')
  if (condition >= 0) add(condition + 1, at, 'after insert when (', ') execute')
  let from = ['also', 'instead'].includes(wordAt(code, at + 1)) ? at + 2 : at + 1
  const isList = isSign(code, from, '(')
  const end = isList ? Math.min(code.closes[from]!, tokens.length) : tokens.length
  if (isList) from++
  for (let place = from; place <= end; place++) {
    if (place < end && !isSign(code, place, ';')) continue
    add(from, place, 'after insert begin ')
    from = place + 1
  }
  return pieces
}
