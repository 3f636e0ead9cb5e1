import { CompletionTriggerKind } from 'vscode-languageserver'
import { completion } from '../completion/completion.ts'
import { formatDocument, formatOnType, formatRange } from '../formatting.ts'
import { pathOf } from '../lsp-places.ts'
import { signatureHelp } from '../signature-help.ts'
import { guarded } from './guard.ts'
import { schemaFilesIn } from './schema-files.ts'
import type { Session } from './session.ts'

/** What is asked while somebody types: completion, the signature of a call, the layout. */
export function answerTyping(session: Session): void {
  const { connection, workspace } = session
  const textOf = (uri: string) => workspace.texts.read(pathOf(uri)) ?? ''

  connection.onCompletion(
    guarded(
      session,
      'completion',
      ({ textDocument, position, context }) => {
        const place = workspace.place(textDocument.uri, position, false)
        if (place === undefined) return null
        const item = session.client.textDocument?.completion?.completionItem
        const isTyped = context?.triggerKind === CompletionTriggerKind.TriggerCharacter
        return completion(place, {
          snippets: item?.snippetSupport === true,
          insertReplace: item?.insertReplaceSupport === true,
          files: schemaFilesIn,
          ...(isTyped && context?.triggerCharacter !== undefined && { trigger: context.triggerCharacter }),
        })
      },
      null,
    ),
  )
  connection.onSignatureHelp(
    guarded(
      session,
      'signatureHelp',
      ({ textDocument, position }) => {
        const place = workspace.place(textDocument.uri, position, false)
        return place === undefined ? null : signatureHelp(place)
      },
      null,
    ),
  )
  connection.onDocumentFormatting(
    guarded(session, 'formatting', ({ textDocument }) => formatDocument(textOf(textDocument.uri)), []),
  )
  connection.onDocumentRangeFormatting(
    guarded(session, 'rangeFormatting', ({ textDocument, range }) => formatRange(textOf(textDocument.uri), range), []),
  )
  connection.onDocumentOnTypeFormatting(
    guarded(
      session,
      'onTypeFormatting',
      ({ textDocument, position, ch }) => formatOnType(textOf(textDocument.uri), position, ch),
      [],
    ),
  )
}
