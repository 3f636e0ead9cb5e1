import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads'
import type { Answer, Request } from './messages.ts'
import { Plans } from './plans.ts'

/**
 * The thread of the plans. A plan takes longer than a keystroke, so what has come meanwhile is taken all at once: first what
 * is new, then of the requests for each project the newest alone.
 */
function serve(port: MessagePort): void {
  const plans = new Plans()
  const say = (answer: Answer) => port.postMessage(answer)
  port.on('message', (first: Request) => {
    const requests = [first, ...pending(port)]
    const newest = new Map(requests.flatMap(one => (one.kind === 'plan' ? [[one.main, one.id] as const] : [])))
    for (const one of requests) {
      if (one.kind === 'text') plans.text(one.path, one.text)
      else if (one.kind === 'disk') plans.disk(one.path)
      else if (one.kind === 'forget') plans.forget(one.main)
    }
    for (const one of requests) {
      if (one.kind === 'plan' && newest.get(one.main) !== one.id) say({ kind: 'outdated', id: one.id })
      else if (one.kind === 'plan' || one.kind === 'sql') say(answerTo(one, plans))
    }
  })
}

function* pending(port: MessagePort): Generator<Request> {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    yield next.message as Request
  }
}

function answerTo(request: Extract<Request, { readonly id: number }>, plans: Plans): Answer {
  const { id } = request
  try {
    return request.kind === 'plan'
      ? { kind: 'planned', id, answer: plans.plan(request.main) }
      : { kind: 'sql', id, text: plans.sql(request.uri) }
  } catch (error) {
    return { kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

if (parentPort !== null) serve(parentPort)
