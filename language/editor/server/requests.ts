import { answerChanges } from './change-requests.ts'
import { answerLooks } from './look-requests.ts'
import { answerNames } from './name-requests.ts'
import type { Session } from './session.ts'
import { answerTyping } from './typing-requests.ts'

/** Answers the requests of a client, each by its feature. */
export function answerRequests(session: Session): void {
  answerTyping(session)
  answerLooks(session)
  answerNames(session)
  answerChanges(session)
}
