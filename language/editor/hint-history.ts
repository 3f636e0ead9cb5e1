import type { ConvertHint, DropHint, FillHint, HintedKind, MoveHint, RenameHint } from '../../compiler/diff/hints.ts'
import type { Column } from '../../compiler/schema/column.ts'
import { isObjectKind, type ObjectKind } from '../../compiler/schema/objects/db-object.ts'
import { type Schema, triggerKey } from '../../compiler/schema/schema.ts'
import type { Table } from '../../compiler/schema/table.ts'
import { sameTypes } from '../../compiler/steps/same.ts'
import { readName } from '../literals/name-literal.ts'
import type { Loaded } from '../load.ts'

/** Whether a name was there at the last revision, and whether the text has it. */
export interface Names {
  readonly had: (name: string) => boolean
  readonly wants: (name: string) => boolean
}

/** What the last revision knows of the things that hints speak of. */
export class HintHistory {
  private readonly past: Schema
  private readonly now: Schema
  private readonly oldKeys: ReadonlyMap<string, string>
  private readonly objectKeys: ReadonlyMap<string, string>

  constructor(past: Schema, { schema, hints }: Loaded) {
    this.past = past
    this.now = schema
    const carrying = hints.renames.filter(({ kind }) => kind === 'table' || kind === 'enum')
    this.objectKeys = new Map(hints.renames.map(hint => [`${hint.kind} ${hint.to}`, hint.from]))
    this.oldKeys = new Map(carrying.map(hint => [`${hint.kind} ${hint.to}`, hint.from]))
  }

  /** The names of a kind in a place; nothing where no revision knows the place. */
  namesAt(kind: HintedKind, place: string | undefined): Names | undefined {
    if (isObjectKind(kind)) return ofKind(this.past, this.now, kind)
    switch (kind) {
      case 'schema':
        return among(this.past.schemas, this.now.schemas)
      case 'enum':
        return among(this.past.enums, this.now.enums)
      case 'table':
        return among(this.past.tables, this.now.tables)
      case 'view':
        return among(this.past.views, this.now.views)
      case 'enum value':
        return this.valuesOf(place ?? '')
      case 'field':
        return this.fieldsOf(place ?? '')
      case 'trigger':
        return this.triggersOf(place ?? '')
      default:
        return this.membersOf(kind, place ?? '')
    }
  }

  /** What is in the default schema has no schema in its name; `was public.users` means it all the same. */
  withOldName(hint: RenameHint, had: (name: string) => boolean): RenameHint {
    const bare = hint.from.replace(/^public\./, '')
    return had(hint.from) || !had(bare) ? hint : { ...hint, from: bare }
  }

  /** Rows have moved: the value is gone since. */
  isMoveSpent({ in: key, value }: MoveHint): boolean {
    const before = this.past.enums.get(this.oldKey('enum', key))
    return before !== undefined && !before.values.includes(value)
  }

  /** Rows have their value: the column is there, and was NOT NULL or stays null. */
  isFillSpent({ in: key, column }: FillHint): boolean {
    const [before, now] = this.columns(key, column)
    if (before === undefined || now === undefined) return false
    return !(before.nullable && !now.nullable) && before.only === now.only
  }

  /** Values are converted: the column has the type that it is to have. */
  isConvertSpent({ in: key, column }: ConvertHint): boolean {
    const [before, now] = this.columns(key, column)
    return before !== undefined && now !== undefined && sameTypes(before.type, now.type)
  }

  /** What was to go is gone. */
  isDropSpent({ kind, in: place = '', name }: DropHint): boolean {
    switch (kind) {
      case 'any member': {
        const before = this.table(place)
        return before !== undefined && !hasMember(before, name)
      }
      case 'enum value': {
        const before = this.past.enums.get(this.oldKey('enum', place))
        return before !== undefined && !before.values.includes(name)
      }
      case 'trigger':
        return !this.past.triggers.has(triggerKey({ name, table: readName(this.oldKey('table', place)) }))
      case 'schema':
        return !this.past.schemas.has(name)
      case 'table':
        return !hasObject(this.past.tables, name)
      case 'enum':
        return !hasObject(this.past.enums, name)
      case 'view':
        return !hasObject(this.past.views, name)
      default:
        return isObjectKind(kind) && !this.past.objects.has(`${kind} ${name}`)
    }
  }

  private oldKey(kind: 'table' | 'enum', key: string): string {
    const all: ReadonlyMap<string, unknown> = kind === 'table' ? this.past.tables : this.past.enums
    if (all.has(key)) return key
    const old = this.oldKeys.get(`${kind} ${key}`) ?? key
    return all.has(old) ? old : old.replace(/^public\./, '')
  }

  private table(key: string): Table | undefined {
    return this.past.tables.get(this.oldKey('table', key))
  }

  /** A column at the last revision, under the name that it had then, and now. */
  private columns(key: string, name: string): readonly [Column | undefined, Column | undefined] {
    const before = this.table(key)?.columns
    const now = this.now.tables.get(key)?.columns.find(column => column.name === name)
    return [before?.find(column => column.name === name), now]
  }

  private valuesOf(key: string): Names | undefined {
    const before = this.past.enums.get(this.oldKey('enum', key))
    const now = this.now.enums.get(key)
    return before && now && { had: name => before.values.includes(name), wants: name => now.values.includes(name) }
  }

  private fieldsOf(key: string): Names | undefined {
    const old = this.objectKeys.get(`composite ${key}`) ?? key
    const [before, now] = [this.past.objects.get(`composite ${old}`), this.now.objects.get(`composite ${key}`)]
    if (before?.kind !== 'composite' || now?.kind !== 'composite') return undefined
    return {
      had: name => before.fields.some(field => field.name === name),
      wants: name => now.fields.some(field => field.name === name),
    }
  }

  private triggersOf(key: string): Names | undefined {
    const table = readName(key)
    const old = readName(this.oldKey('table', key))
    if (!this.past.tables.has(this.oldKey('table', key)) && !this.past.views.has(key)) return undefined
    return {
      had: name => this.past.triggers.has(triggerKey({ table: old, name })),
      wants: name => this.now.triggers.has(triggerKey({ table, name })),
    }
  }

  private membersOf(kind: 'column' | 'constraint' | 'index', key: string): Names | undefined {
    const [before, now] = [this.table(key), this.now.tables.get(key)]
    if (before === undefined || now === undefined) return undefined
    const part = kind === 'column' ? 'columns' : kind === 'index' ? 'indexes' : 'constraints'
    const [had, wants] = [before, now].map(table => new Set<string>(table[part].map(({ name }) => name)))
    return { had: name => had!.has(name), wants: name => wants!.has(name) }
  }
}

function among(before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): Names {
  return { had: name => before.has(name), wants: name => now.has(name) }
}

function ofKind({ objects: before }: Schema, { objects: now }: Schema, kind: ObjectKind): Names {
  return { had: name => before.has(`${kind} ${name}`), wants: name => now.has(`${kind} ${name}`) }
}

function hasObject(all: ReadonlyMap<string, unknown>, name: string): boolean {
  return all.has(name) || all.has(name.replace(/^public\./, ''))
}

function hasMember({ columns, constraints, indexes }: Table, name: string): boolean {
  return [...columns, ...constraints, ...indexes].some(member => member.name === name)
}
