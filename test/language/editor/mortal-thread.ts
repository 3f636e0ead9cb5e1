import { parentPort } from 'node:worker_threads'
import type { Request } from '../../../language/editor/plan/messages.ts'
import { Plans } from '../../../language/editor/plan/plans.ts'

/** A thread of plans that ends where it is asked for the SQL of `die`, and fails at any other. */
const plans = new Plans()
parentPort!.on('message', (request: Request) => {
  if (request.kind === 'text') plans.text(request.path, request.text)
  else if (request.kind === 'plan')
    parentPort!.postMessage({ kind: 'planned', id: request.id, answer: plans.plan(request.main) })
  else if (request.kind === 'sql') {
    if (request.uri === 'die') throw new Error('as asked')
    parentPort!.postMessage({ kind: 'failed', id: request.id, message: 'as asked' })
  }
})
