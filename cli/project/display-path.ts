import { relative, sep } from 'node:path'

/** A path as it is printed: from where the command runs, with `/`; absolute when it is not below. */
export function displayPath(cwd: string, path: string): string {
  const shown = relative(cwd, path)
  return shown === '' ? '.' : shown.startsWith('..') ? path : shown.split(sep).join('/')
}
