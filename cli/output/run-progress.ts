import type { RunEvent } from '../../database/run/run-event.ts'

/** Where progress is shown, and how. */
export interface ProgressStream {
  readonly write: (text: string) => unknown
  /** Whether a line can be written over. */
  readonly isTerminal: boolean
  readonly isVerbose: boolean
  readonly width: number
}

/** Shows what happens while revisions run: one line a revision; on a terminal the statement that runs stands below. */
export function runProgress(stream: ProgressStream): (event: RunEvent) => void {
  let open = false
  const line = (text: string) => {
    if (open) stream.write('\r\u001b[K')
    open = false
    stream.write(`${text}\n`)
  }
  const passing = (text: string) => {
    stream.write(`\r\u001b[K${text.slice(0, stream.width - 1)}`)
    open = true
  }
  const titles = new Map<string, string>()
  return event => {
    switch (event.kind) {
      case 'began':
        titles.set(event.id, `${event.direction.padEnd(5)}${event.id} ${event.message}`)
        if (stream.isTerminal) passing(`${titles.get(event.id)!} (${event.at} of ${event.of}) …`)
        break
      case 'statement':
        if (stream.isVerbose) line(`     ${event.at}/${event.of} ${firstLine(event)}`)
        else if (stream.isTerminal) passing(`${titles.get(event.id)} … ${event.at}/${event.of} ${firstLine(event)}`)
        break
      case 'ended':
        line(`${titles.get(event.id)!}${event.milliseconds >= 1_000 ? ` (${seconds(event.milliseconds)})` : ''}`)
        break
      case 'waiting':
        line(`waiting for ${event.holder}, since ${seconds(event.milliseconds)}`)
        break
      case 'blocked':
        line(`waiting for a lock that is held by ${event.holders.join(', ')}`)
        break
      case 'retry':
        line(
          `rolled back, and tried again in ${seconds(event.milliseconds)} (${event.attempt} of ${event.of}): ${event.reason}`,
        )
        break
    }
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`
}

function firstLine({ about, sql }: { readonly about: string; readonly sql: string }): string {
  return (about === '' ? sql : about).split('\n')[0]!
}
