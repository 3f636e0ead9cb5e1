/** The options that may stand before the command and are followed by a value. */
const WITH_VALUE = new Set(['--project', '--migrations', '--database', '--target'])

/** The name of the command in the arguments, and the arguments without it. */
export function splitCommand(argv: readonly string[]): { readonly name?: string; readonly rest: readonly string[] } {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!
    if (WITH_VALUE.has(word)) index++
    else if (!word.startsWith('-')) return { name: word, rest: argv.toSpliced(index, 1) }
  }
  return { rest: argv }
}
