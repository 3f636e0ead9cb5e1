import type { VerifyProgress } from '../../database/verify/verify-revisions.ts'

/** A line on the terminal that says how far `mig verify` has come; without a terminal nothing is shown. */
export function verifyProgress(stream: {
  readonly write: (text: string) => unknown
  readonly isTerminal: boolean
  readonly width: number
}): { readonly show: (progress: VerifyProgress) => void; readonly clear: () => void } {
  let open = false
  return {
    show: ({ target, revision, of, id }) => {
      if (!stream.isTerminal) return
      stream.write(`\r\u001b[K${`${target}: ${revision} of ${of}, ${id} …`.slice(0, stream.width - 1)}`)
      open = true
    },
    clear: () => {
      if (open) stream.write('\r\u001b[K')
      open = false
    },
  }
}
