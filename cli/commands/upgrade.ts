import type { Command } from '../command.ts'
import { JOURNEY_OPTIONS, journeyOutcome } from '../project/journey.ts'

/** `mig upgrade`: runs revisions up. */
export const upgrade: Command = {
  takes: '[target]',
  options: JOURNEY_OPTIONS,
  examples: [
    ['mig upgrade', 'to the head'],
    ['mig upgrade +1', 'the next revision'],
    ['mig upgrade b5fa --dry-run', 'what would run up to a revision'],
    ['mig upgrade --sql --target postgres', 'print a script from an empty database to the head'],
    ['mig upgrade b5fa:head --sql --target sqlite', 'print a script for a database that is at b5fa'],
  ],
  run: (context, [target = 'head'], options) => journeyOutcome(context, { direction: 'up', target }, options),
}
