import type { DiagnosticRelatedInformation } from 'vscode-languageserver-types'
import { nameText, quoteName } from '../../compiler/schema/name.ts'
import { columnsOfTarget } from '../checks/foreign-key-target.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Source } from '../sources.ts'
import { foreignAt, tableWith } from './actions/text/find-line.ts'
import { partOf, up } from './actions/text/nodes.ts'
import { lspRange, rangeBetween, uriOf } from './lsp-places.ts'
import { nodeAt } from './node-at.ts'
import type { ProjectModel } from './project-model.ts'
import { usesOfValue } from './value-uses.ts'

/** What belongs to a diagnostic in other places: the first of two of one name, the other side of a key, where a lost value is used. */
export function related(model: ProjectModel, diagnostic: Diagnostic): DiagnosticRelatedInformation[] {
  try {
    return RELATED[diagnostic.code]?.(model, diagnostic) ?? []
  } catch {
    return []
  }
}

type Relate = (model: ProjectModel, diagnostic: Diagnostic) => DiagnosticRelatedInformation[]

const firstOfName: Relate = (model, diagnostic) => {
  const name = diagnostic.data?.name
  if (typeof name !== 'string') return []
  for (const { node, context } of model.subject.declarations) {
    if (!('name' in node) || node.name === undefined) continue
    const isOf = node.name === name || nameText(context.names.qualify(node.name)) === name
    const span = isOf ? partOf(node, 'name') : undefined
    if (span === undefined || (context.parsed.file === diagnostic.file && span.start === diagnostic.range.start.offset))
      continue
    const location = { uri: uriOf(context.parsed.file), range: rangeBetween(context.parsed, span.start, span.end) }
    return [{ location, message: `\`${name}\` is declared here first.` }]
  }
  return []
}

const firstMember: Relate = (model, diagnostic) => {
  const name = diagnostic.data?.name
  const parsed = model.file(diagnostic.file)
  const node = parsed && nodeAt(parsed.ast, diagnostic.range.start.offset)
  const holder = up(node, 'EnumDeclaration')
  const owner = holder === undefined ? node && tableWith(model, node)?.key : nameText({ name: holder.name ?? '' })
  if (typeof name !== 'string' || owner === undefined) return []
  return at(model.loaded.sources.objects.get(`${owner}.${quoteName(name)}`), diagnostic, 'The first one stands here.')
}

const targetColumn: Relate = (model, diagnostic) => {
  const parsed = model.file(diagnostic.file)
  const node = parsed && nodeAt(parsed.ast, diagnostic.range.start.offset)
  const found = node && foreignAt(model, node)
  const target = found && model.subject.tables.get(found.line.target)
  if (found === undefined || target === undefined) return []
  const columns = columnsOfTarget(found.line, target)
  const own = diagnostic.data?.column
  const wanted = typeof own === 'string' ? columns.slice(found.line.columns.indexOf(own)).slice(0, 1) : columns
  return wanted.flatMap(name => {
    const key = `${target.key}.${quoteName(name)}`
    return at(model.loaded.sources.objects.get(key), diagnostic, `The foreign key goes to ${key}.`)
  })
}

const columnItself: Relate = (model, diagnostic) => {
  const parsed = model.file(diagnostic.file)
  const node = parsed && nodeAt(parsed.ast, diagnostic.range.start.offset)
  const table = node && tableWith(model, node)
  const name = diagnostic.data?.column
  if (table === undefined || typeof name !== 'string' || up(node, 'ColumnDeclaration')?.name === name) return []
  return at(
    model.loaded.sources.objects.get(`${table.key}.${quoteName(name)}`),
    diagnostic,
    `\`${name}\` is declared here.`,
  )
}

const enumOfValue: Relate = (model, diagnostic) => {
  const key = diagnostic.data?.enum
  if (typeof key !== 'string') return []
  return at(model.loaded.sources.objects.get(key), diagnostic, `The enum \`${key}\` is declared here.`)
}

const lostValue: Relate = (model, diagnostic) => {
  const { in: key, name = diagnostic.data?.from } = diagnostic.data ?? {}
  if (typeof key !== 'string' || typeof name !== 'string') return []
  return usesOfValue(model, key, name).flatMap(({ source, message }) => at(source, diagnostic, message))
}

const otherName: Relate = (model, diagnostic) => {
  const name = diagnostic.data?.name
  if (typeof name !== 'string') return []
  const { objects } = model.loaded.sources
  const direct = at(objects.get(name), diagnostic, `\`${name}\` is here already.`)
  if (direct.length > 0) return direct
  const last = `.${name.split('.').at(-1)}`
  for (const [key, source] of objects)
    if (key.endsWith(last)) {
      const found = at(source, diagnostic, `\`${name}\` is here already.`)
      if (found.length > 0) return found
    }
  return []
}

const RELATED: Readonly<Record<string, Relate>> = {
  MIG123: firstOfName,
  MIG124: firstMember,
  MIG156: enumOfValue,
  MIG162: columnItself,
  MIG163: columnItself,
  MIG167: targetColumn,
  MIG168: targetColumn,
  MIG169: columnItself,
  MIG178: otherName,
  MIG206: lostValue,
  MIG207: lostValue,
}

/** A place as the protocol has it; none where it is the place of the diagnostic itself. */
function at(
  source: Pick<Source, 'file' | 'range'> | undefined,
  diagnostic: Diagnostic,
  message: string,
): DiagnosticRelatedInformation[] {
  if (source === undefined) return []
  const { file, range } = source
  if (file === diagnostic.file && range.start.offset === diagnostic.range.start.offset) return []
  return [{ location: { uri: uriOf(file), range: lspRange(range) }, message }]
}
