import { MarkupKind, type ParameterInformation, type SignatureHelp } from 'vscode-languageserver-types'

/** One thing between brackets. */
export interface Parameter {
  readonly label: string
  readonly about?: string | undefined
}

/** What stands between brackets, and where in it the cursor is. */
export interface Signature {
  /** What stands before the bracket. */
  readonly head: string
  readonly parameters: readonly Parameter[]
  /** What stands between two of them; a comma unless it is said. */
  readonly between?: string
  readonly about?: string | undefined
  readonly active: number
}

/** A signature as the protocol has it: one that takes any number of things stays at its last. */
export function signatureHelpOf({ head, parameters, between = ', ', about, active }: Signature): SignatureHelp {
  const infos: ParameterInformation[] = []
  let label = `${head}(`
  for (const [index, parameter] of parameters.entries()) {
    if (index > 0) label += between
    const range: [number, number] = [label.length, label.length + parameter.label.length]
    label += parameter.label
    infos.push({ label: range, ...(parameter.about && { documentation: markdown(parameter.about) }) })
  }
  const last = Math.max(parameters.length - 1, 0)
  const isOpen = parameters.at(-1)?.label === '…'
  const at = isOpen || active <= last ? Math.min(active, last) : parameters.length
  return {
    signatures: [
      { label: `${label})`, parameters: infos, activeParameter: at, ...(about && { documentation: markdown(about) }) },
    ],
    activeSignature: 0,
    activeParameter: at,
  }
}

function markdown(value: string) {
  return { kind: MarkupKind.Markdown, value }
}
