import type { LoadedFile } from '../../load/loaded-file.ts'
import type { Context } from '../../lower/context.ts'
import { HintCollector } from '../../lower/hint-collector.ts'
import { ProjectNames } from '../../lower/project-names.ts'
import { Reporter } from '../../lower/reporter.ts'
import { SourceCollector } from '../../lower/source-collector.ts'
import type { Place } from '../place.ts'

class QuietReporter extends Reporter {
  override report(): void {}
  override error(): void {}
}

const known = new WeakMap<object, { readonly model: object; readonly context: Context }>()

/** What names mean in a file as it is now. Lowering in this context reports nothing. */
export function quietContext({ model, parsed }: Pick<Place, 'model' | 'parsed'>): Context {
  const before = known.get(parsed)
  if (before?.model === model) return before.context
  const context = makeContext({ model, parsed })
  known.set(parsed, { model, context })
  return context
}

function makeContext({ model, parsed }: Pick<Place, 'model' | 'parsed'>): Context {
  const { files, project } = model.loaded
  const own: LoadedFile = { parsed, names: 'all', includes: () => true }
  const others = files.filter(file => file.parsed.file !== parsed.file)
  const all = [...others, own]
  const names = new ProjectNames(all, project.defaultSchema)
  const report = new QuietReporter()
  for (const file of all) report.add(file.parsed)
  const shared = { report, hints: new HintCollector(), sources: new SourceCollector(report), aliases: new Map() }
  const contexts = new Map<LoadedFile, Context>()
  const contextOf = (file: LoadedFile) => contexts.get(file)!
  for (const file of all) contexts.set(file, { ...shared, parsed: file.parsed, names: names.inFile(file, contextOf) })
  return contextOf(own)
}
