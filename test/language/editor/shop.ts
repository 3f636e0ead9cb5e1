import { readFileSync } from 'node:fs'
import { ProjectModel } from '../../../language/editor/project-model.ts'
import { loadProject } from '../../../language/load.ts'
import type { Parsed } from '../../../language/parse.ts'

/** The text of the shop of test/language. */
export const SHOP = readFileSync(new URL('../shop.mig', import.meta.url), 'utf8')

/** The text of the revision of test/language. */
export const HISTORY = readFileSync(new URL('../history.mig', import.meta.url), 'utf8')

const FILES: Readonly<Record<string, string>> = {
  '/project/billing.mig': 'table invoices {\n  id bigint identity primary\n}\n',
  '/project/shared.mig': 'mixin owned {\n  owner text\n}\n',
}

/** A text as the main file of the project that the shop belongs to. */
export function shopWith(text: string): { readonly model: ProjectModel; readonly parsed: Parsed } {
  const read = (path: string) => (path === '/project/schema.mig' ? text : FILES[path])
  const model = new ProjectModel(loadProject('/project/schema.mig', read), () => undefined)
  return { model, parsed: model.file('/project/schema.mig')! }
}

/** The shop as it is while it is typed: every few letters of it. */
export function* prefixes(
  step = 11,
): Iterable<{ readonly model: ProjectModel; readonly parsed: Parsed; readonly end: number }> {
  for (let end = 0; end <= SHOP.length; end += step) yield { ...shopWith(SHOP.slice(0, end)), end }
}
