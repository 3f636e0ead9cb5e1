import { openConnection } from '../../language/editor/server/open-connection.ts'
import { readClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { VERSION } from '../version.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `mig lsp --stdio`: the language server, until its client ends it. */
export const lsp: Command = {
  options: [
    { flags: '--stdio', text: 'speak over standard input and output' },
    { flags: '--clientProcessId <pid>', text: 'end when this process does; some editors say it' },
  ],
  examples: [['mig lsp --stdio', 'as an editor starts it: see docs/editors']],
  run: ({ env }, _, options) => {
    if (options.stdio !== true) {
      throw new WrongUsage(
        'mig lsp is for editors and speaks over standard input and output.',
        'Start it as mig lsp --stdio.',
      )
    }
    openConnection({ input: process.stdin, output: process.stdout, version: VERSION, now: () => readClock(env) })
    return new Promise(() => undefined)
  },
}
