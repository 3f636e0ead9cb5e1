import type { CompletionList } from 'vscode-languageserver-types'
import type { Place } from '../place.ts'
import type { CompletionClient } from './client.ts'
import { findCompletion } from './find-completion.ts'

/** What can stand where the cursor is, as the protocol answers it: whatever the text is, it never throws. */
export function completion(place: Place, client: CompletionClient): CompletionList {
  try {
    return { isIncomplete: false, ...findCompletion(place, client) }
  } catch {
    return { isIncomplete: false, items: [] }
  }
}
