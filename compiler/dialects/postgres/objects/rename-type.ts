import { type QName, withName } from '../../../schema/name.ts'
import type { ObjectId } from '../../../schema/objects/object-key.ts'
import { quoteIdentifier, quoteQName } from '../quote.ts'

/** The statements that give a type another name or put it into another schema; `word` is what `alter` calls it. */
export function renameTypeStatements(word: string, { name: from }: ObjectId, { name: to }: ObjectId): string[] {
  return moveStatements(word, from, to)
}

/** The same for names. */
export function moveStatements(word: string, from: QName, to: QName, text = quoteQName): string[] {
  return [
    ...(from.schema === to.schema
      ? []
      : [`alter ${word} ${text(from)} set schema ${quoteIdentifier(to.schema ?? 'public')}`]),
    ...(from.name === to.name
      ? []
      : [`alter ${word} ${text(withName(to, from.name))} rename to ${quoteIdentifier(to.name)}`]),
  ]
}
