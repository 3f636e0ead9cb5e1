import { InlayHint, InlayHintKind } from 'vscode-languageserver-types'
import type { Context } from '../../lower/context.ts'
import type { Parsed } from '../../parse.ts'
import { rangeBetween } from '../lsp-places.ts'
import type { ProjectModel } from '../project-model.ts'

/** A text that is shown in a file at a place, but is not in it. */
export interface Hint {
  readonly at: number
  readonly label: string
  readonly tooltip: string
  readonly isType?: true
  /** What is written there when the hint is accepted. */
  readonly insert?: string
}

/** The file that hints are made for. */
export interface HintPlace {
  readonly model: ProjectModel
  readonly parsed: Parsed
  readonly context: Context
}

/** A hint as the protocol has it. */
export function toInlayHint({ at, label, tooltip, isType, insert }: Hint, parsed: Parsed): InlayHint {
  const range = rangeBetween(parsed, at, at)
  return {
    ...InlayHint.create(range.start, label, isType ? InlayHintKind.Type : InlayHintKind.Parameter),
    tooltip: { kind: 'markdown', value: tooltip },
    paddingLeft: true,
    ...(insert !== undefined && { textEdits: [{ range, newText: insert }] }),
  }
}
