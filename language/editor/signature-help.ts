import type { SignatureHelp } from 'vscode-languageserver-types'
import type { Place } from './place.ts'
import { findSignature } from './signatures/find-signature.ts'
import { signatureHelpOf } from './signatures/signature.ts'

/** What a server announces of signature help. */
export const signatureHelpOptions = { triggerCharacters: ['('], retriggerCharacters: [',', ' '] } as const

/** What stands between the brackets that the cursor is in: the numbers of a type, the columns of a key, the arguments of a function. */
export function signatureHelp(place: Place): SignatureHelp | null {
  try {
    const signature = findSignature(place)
    return signature === undefined ? null : signatureHelpOf(signature)
  } catch {
    return null
  }
}
