import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander'
import type { Command, Option, Options } from './command.ts'
import { GLOBAL_OPTIONS } from './global-options.ts'
import { WrongUsage } from './wrong-usage.ts'

/** The arguments of one command, understood. */
export interface Arguments {
  readonly args: readonly string[]
  readonly options: Options
}

/** Reads the arguments of a command; what it does not know is a `WrongUsage`. */
export function parseArguments(name: string, command: Command, argv: readonly string[]): Arguments {
  const commander = new Commander(name)
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} })
  if (command.takes) commander.arguments(command.takes)
  for (const option of [...command.options, ...GLOBAL_OPTIONS]) commander.addOption(commanderOption(option))
  try {
    commander.parse(argv as string[], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw new WrongUsage(sentence(error.message), `See mig ${name} --help.`)
    throw error
  }
  return { args: commander.args, options: commander.opts() }
}

function commanderOption(option: Option): CommanderOption {
  const result = new CommanderOption(option.flags, option.text)
  if (option.choices) result.choices(option.choices)
  if (option.many) result.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
  return result
}

function sentence(message: string): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\n\(?/g, ' ')
    .replace(/\)$/, '')
  return `${text[0]!.toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`
}
