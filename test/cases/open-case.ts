import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CaseFile, readCase } from './case-file.ts'
import { type PlannedCase, planCase } from './plan-case.ts'

const folder = import.meta.dirname
const opened = new Map<string, { readonly file: CaseFile; readonly planned: PlannedCase }>()

/** The names of all cases. */
export const CASES: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.case'))
  .sort()

/** A case, read and planned once for all engines. */
export function openCase(name: string): { readonly file: CaseFile; readonly planned: PlannedCase } {
  const known = opened.get(name)
  if (known) return known
  const file = readCase(readFileSync(join(folder, name), 'utf8'))
  const read = { file, planned: planCase(file) }
  opened.set(name, read)
  return read
}
