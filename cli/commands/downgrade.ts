import type { Command } from '../command.ts'
import { JOURNEY_OPTIONS, journeyOutcome } from '../project/journey.ts'

/** `mig downgrade TARGET`: takes revisions back. */
export const downgrade: Command = {
  takes: '<target>',
  options: [
    ...JOURNEY_OPTIONS,
    { flags: '--allow-loss', text: 'run it even where it loses data that nothing brings back' },
  ],
  examples: [
    ['mig downgrade -1', 'take the last revision back'],
    ['mig downgrade b5fa', 'down to a revision, which stays'],
    ['mig downgrade base', 'take everything back'],
    ['mig downgrade head:-1 --sql --target postgres', 'print a script'],
  ],
  run: (context, [target], options) => journeyOutcome(context, { direction: 'down', target: target! }, options),
}
