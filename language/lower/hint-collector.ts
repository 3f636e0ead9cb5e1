import type { ConvertHint, DropHint, FillHint, Hints, MoveHint, RenameHint } from '../../compiler/diff/hints.ts'

/** The hints of a project while they are being read. */
export class HintCollector implements Hints {
  readonly renames: RenameHint[] = []
  readonly moves: MoveHint[] = []
  readonly fills: FillHint[] = []
  readonly converts: ConvertHint[] = []
  readonly drops: DropHint[] = []

  /** How many there are. */
  get size(): number {
    return this.renames.length + this.moves.length + this.fills.length + this.converts.length + this.drops.length
  }
}
