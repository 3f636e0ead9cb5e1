import type { Command, Option } from './command.ts'
import { COMMANDS } from './commands/list.ts'
import { GLOBAL_OPTIONS } from './global-options.ts'

/** The text of `mig --help`. */
export function helpText(): string {
  return [
    "mig - change a database's schema: written in a language, planned without a database, reversible",
    '',
    'usage: mig COMMAND [OPTIONS]',
    '',
    ...table(COMMANDS.map(command => [command.name, command.summary])),
    '',
    'options for all commands:',
    ...optionTable([...GLOBAL_OPTIONS, { flags: '--version', text: 'print the version' }]),
    '',
    'begin:',
    ...table([
      ['mig init', 'writes schema.mig'],
      ["mig compile -m 'first'", 'writes migrations/…_first/ with SQL up and down'],
    ]),
    '',
    'mig COMMAND --help says more about a command.',
  ].join('\n')
}

/** The text of `mig COMMAND --help`. */
export function commandHelp(name: string, summary: string, command: Command): string {
  const usage = ['mig', name, ...(command.takes ? [command.takes] : []), '[OPTIONS]'].join(' ')
  return [
    `mig ${name} - ${summary}`,
    '',
    `usage: ${usage}`,
    ...(command.options.length === 0 ? [] : ['', 'options:', ...optionTable(command.options)]),
    '',
    'options for all commands:',
    ...optionTable(GLOBAL_OPTIONS),
    '',
    'examples:',
    ...table(command.examples),
  ].join('\n')
}

function optionTable(options: readonly Option[]): readonly string[] {
  return table(options.map(({ flags, text }) => [flags.startsWith('--') ? `    ${flags}` : flags, text]))
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
