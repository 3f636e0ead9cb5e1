import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver-types'
import type { Diagnostic } from '../../diagnostic.ts'
import { lspRange } from '../lsp-places.ts'

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const

/** A diagnostic as the client got it, for it to know which one an action is for. */
export function linkedDiagnostic({ code, severity, message, remedy, range, faded }: Diagnostic): LspDiagnostic {
  return {
    range: lspRange(range),
    severity: faded ? DiagnosticSeverity.Hint : SEVERITIES[severity],
    code,
    source: 'mig',
    message: remedy === '' ? message : `${message}\n${remedy}`,
    ...(faded && { tags: [DiagnosticTag.Unnecessary] }),
  }
}
