import type { Option } from './command.ts'

/** The options that every command takes. */
export const GLOBAL_OPTIONS: readonly Option[] = [
  { flags: '--project <file>', text: 'the schema file; otherwise schema.mig, looked for here and upwards' },
  { flags: '--json', text: 'print one JSON document' },
  { flags: '--quiet', text: 'print errors only, no warnings and notes' },
  { flags: '-v, --verbose', text: 'say more: also notes on what is not being changed' },
  { flags: '--no-color', text: 'no colours; NO_COLOR does the same' },
  { flags: '-h, --help', text: 'show this' },
]
