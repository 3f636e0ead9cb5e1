import type { Read } from '../completion/grammar/reading.ts'

/** The bracket that the cursor stands behind. */
export interface OpenBracket {
  readonly read: Read
  /** What stands directly before it. */
  readonly before: string
  /** How many commas stand between it and the cursor. */
  readonly commas: number
  /** What stands behind it. */
  readonly inside: readonly Read[]
}

/** Finds the last bracket that is not closed yet. */
export function openBracket(reads: readonly Read[]): OpenBracket | undefined {
  let depth = 0
  let commas = 0
  for (let at = reads.length - 1; at >= 0; at--) {
    const { image } = reads[at]!.token
    if (image === ')') depth++
    else if (image === ',' && depth === 0) commas++
    else if (image === '(' && depth-- === 0)
      return { read: reads[at]!, before: reads[at - 1]?.token.image ?? '', commas, inside: reads.slice(at + 1) }
  }
  return undefined
}
