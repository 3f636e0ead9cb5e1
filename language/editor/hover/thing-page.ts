import { nameText, quoteName } from '../../../compiler/schema/name.ts'
import { columnOf } from '../../../compiler/schema/table.ts'
import { readMember } from '../../literals/name-literal.ts'
import type { Occurrence } from '../occurrence.ts'
import { columnPage } from './column-page.ts'
import { enumPage, enumValuePage } from './enum-page.ts'
import { familyPage, fieldPage } from './family-page.ts'
import { memberPage } from './member-page.ts'
import { mixinColumnPage, mixinPage } from './mixin-page.ts'
import type { Page } from './page.ts'
import { pastPage } from './past-page.ts'
import { objectPage, projectPage } from './project-page.ts'
import { tablePage, triggerPage, viewPage } from './table-page.ts'
import type { Thing } from './thing.ts'
import { typePage } from './type-page.ts'

/** What is to be said of a thing; undefined for one that the schema does not have. */
export function thingPage(thing: Thing, { role, made }: Pick<Occurrence, 'role' | 'made'>): Page | undefined {
  const { model, kind, key } = thing
  const { schema } = model.loaded
  if (role === 'past') return pastPage(thing)
  switch (kind) {
    case 'table':
    case 'view': {
      const table = schema.tables.get(key)
      const view = schema.views.get(key)
      return table ? tablePage(table, thing) : view && viewPage(view, thing)
    }
    case 'column':
    case 'constraint':
    case 'index':
      return inTable(thing, made === true)
    case 'enum': {
      const object = schema.enums.get(key)
      return object && enumPage(object, thing)
    }
    case 'enum value': {
      const { of, member } = readMember(key)
      const object = schema.enums.get(nameText(of))
      return object && enumValuePage(object, member, thing)
    }
    case 'type':
      return typePage(thing)
    case 'mixin':
      return mixinPage(thing)
    case 'trigger':
      return triggerPage(thing)
    case 'project':
      return projectPage(thing)
    case 'schema':
    case 'extension':
      return objectPage(thing)
    case 'field':
      return fieldPage(thing)
    default:
      return familyPage({ ...thing, kind })
  }
}

function inTable(thing: Thing, isMade: boolean): Page | undefined {
  const { model, kind, key } = thing
  if (key.startsWith('mixin ')) return kind === 'column' ? mixinColumnPage(thing) : undefined
  const { of, member } = readMember(key)
  const table = model.loaded.schema.tables.get(nameText(of))
  const view = model.loaded.schema.views.get(nameText(of))
  if (view !== undefined && kind === 'column') return { head: `view ${nameText(of)}: ${quoteName(member)}` }
  if (table === undefined) return undefined
  if (kind !== 'column') return memberPage(table, member, thing, isMade)
  const column = columnOf(table, member)
  return column && columnPage(table, column, thing)
}
