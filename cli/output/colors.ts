/** Marks text for a terminal, or leaves it as it is. */
export interface Colors {
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly green: (text: string) => string
  readonly cyan: (text: string) => string
  readonly dim: (text: string) => string
  readonly bold: (text: string) => string
}

const CODES = { red: 31, yellow: 33, green: 32, cyan: 36, dim: 2, bold: 1 }

/** The colours of a terminal when `on`, else none. */
export function colors(on: boolean): Colors {
  const paint = (code: number) => (text: string) => (on && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text)
  return {
    red: paint(CODES.red),
    yellow: paint(CODES.yellow),
    green: paint(CODES.green),
    cyan: paint(CODES.cyan),
    dim: paint(CODES.dim),
    bold: paint(CODES.bold),
  }
}

/** Whether to colour: only on a terminal, never with `--no-color`, a set `NO_COLOR` or `TERM=dumb`. */
export function wantsColor(
  terminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
  noColor: boolean,
): boolean {
  return terminal && !noColor && !env.NO_COLOR && env.TERM !== 'dumb'
}
