import { existsSync } from 'node:fs'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { Answer, Request } from './messages.ts'
import type { PlanAnswer } from './plan-answer.ts'
import type { Planner } from './planner.ts'

/** Deep nesting in a text needs a deep stack. */
const LIMITS: ResourceLimits = { stackSizeMb: 32 }

/** Where the thread begins: in the sources, or in the bundle, whose parts lie beside one another or one level below. */
const PLACES = ['./thread.ts', './planner.js', '../planner.js']

/** What a thread may be told beside its work. */
export interface ThreadOptions {
  /** Where it begins. */
  readonly file?: URL
  /** How much memory it may use. */
  readonly limits?: ResourceLimits
}

interface Waiting {
  readonly done: (answer: Answer | undefined) => void
  readonly failed: (error: Error) => void
}

/**
 * Plans in a thread of its own, so that requests are answered meanwhile. When the thread dies, what was asked of it fails, and
 * the next request begins a new one, which is told of all open texts again.
 */
export class PlanThread implements Planner {
  private readonly file: URL
  private readonly limits: ResourceLimits
  private readonly texts = new Map<string, string>()
  private readonly waiting = new Map<number, Waiting>()
  private worker: Worker | undefined
  private last = 0
  private isClosed = false

  constructor({ file = threadFile(), limits = {} }: ThreadOptions = {}) {
    this.file = file
    this.limits = limits
  }

  text(path: string, text: string | undefined): void {
    if (text === undefined) this.texts.delete(path)
    else this.texts.set(path, text)
    this.worker?.postMessage({ kind: 'text', path, text } satisfies Request)
  }

  disk(path: string): void {
    this.worker?.postMessage({ kind: 'disk', path } satisfies Request)
  }

  async plan(main: string): Promise<PlanAnswer | undefined> {
    const answer = await this.ask(id => ({ kind: 'plan', id, main }))
    return answer?.kind === 'planned' ? answer.answer : undefined
  }

  async sql(uri: string): Promise<string> {
    const answer = await this.ask(id => ({ kind: 'sql', id, uri }))
    return answer?.kind === 'sql' ? answer.text : ''
  }

  forget(main: string): void {
    this.worker?.postMessage({ kind: 'forget', main } satisfies Request)
  }

  close(): void {
    this.isClosed = true
    this.end()
    for (const { done } of this.waiting.values()) done(undefined)
    this.waiting.clear()
  }

  private ask(request: (id: number) => Request): Promise<Answer | undefined> {
    if (this.isClosed) return Promise.resolve(undefined)
    const id = ++this.last
    const worker = this.worker ?? this.begin()
    worker.ref()
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed })
      worker.postMessage(request(id))
    })
  }

  private begin(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { ...LIMITS, ...this.limits }, stdout: true, execArgv: [] })
    worker.stdout.resume()
    worker.on('message', (answer: Answer) => this.take(worker, answer))
    worker.on('error', error => this.died(worker, error))
    worker.on('exit', () => this.died(worker, new Error('it ended')))
    for (const [path, text] of this.texts) worker.postMessage({ kind: 'text', path, text } satisfies Request)
    worker.unref()
    this.worker = worker
    return worker
  }

  private take(worker: Worker, answer: Answer): void {
    const waiting = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    if (this.waiting.size === 0) worker.unref()
    if (answer.kind !== 'failed') waiting?.done(answer)
    else {
      waiting?.failed(new Error(`The plan could not be made: ${answer.message}`))
      this.died(worker, new Error('it failed before'))
    }
  }

  /** What failed may have left the thread in any state: it is not asked again. */
  private died(worker: Worker, reason: Error): void {
    if (this.worker !== worker) return
    this.end()
    const error = new Error(`The plan could not be made, since its thread stopped: ${reason.message}`)
    for (const { failed } of this.waiting.values()) failed(error)
    this.waiting.clear()
  }

  private end(): void {
    void this.worker?.terminate()
    this.worker = undefined
  }
}

function threadFile(): URL {
  const places = PLACES.map(place => new URL(place, import.meta.url))
  return places.find(place => existsSync(place)) ?? places[0]!
}
