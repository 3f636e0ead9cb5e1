import fc from 'fast-check'
import type { Column } from '../../../compiler/schema/column.ts'
import type { Constraint } from '../../../compiler/schema/constraint.ts'
import { nameText } from '../../../compiler/schema/name.ts'
import type { DbObject } from '../../../compiler/schema/objects/db-object.ts'
import { objectKey } from '../../../compiler/schema/objects/object-key.ts'
import type { Trigger, View } from '../../../compiler/schema/objects.ts'
import { EMPTY_SCHEMA, type Schema, triggerKey } from '../../../compiler/schema/schema.ts'
import type { Table } from '../../../compiler/schema/table.ts'
import { fn, plpgsql, sequence } from './made-objects.ts'

const COUNT = 4
const some = fc.option(fc.nat(COUNT - 1), { nil: undefined })
const many = fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 2 })

const table = (number: number) => `t${number}`
const view = (number: number) => `v${number}`

interface Uses {
  readonly there: boolean
  readonly tables: readonly number[]
  readonly views: readonly number[]
  readonly calls: readonly number[]
  readonly type: number | undefined
  readonly number: number | undefined
  readonly loose: boolean
  readonly variant: number
}

const uses: fc.Arbitrary<Uses> = fc.record({
  there: fc.integer({ min: 0, max: 3 }).map(chance => chance > 0),
  tables: many,
  views: many,
  calls: many,
  type: some,
  number: some,
  loose: fc.nat(3).map(chance => chance > 0),
  variant: fc.nat(1),
})

const things = fc.array(uses, { minLength: COUNT, maxLength: COUNT })

/**
 * A schema of a few tables, views, functions, enums, sequences and triggers that use each other at random, even in circles;
 * what they use is there.
 */
export const randomWorld: fc.Arbitrary<Schema> = fc
  .record({ tables: things, views: things, functions: things, triggers: things, enums: things })
  .map(({ tables, views, functions, triggers, enums }) => {
    const world = new World({ tables, views, functions, triggers, enums })
    const builtTables = keep(tables, (one, number) => world.table(one, number))
    const builtViews = keep(views, (one, number) => world.view(one, number))
    const builtTriggers = keep(triggers, (one, number) => world.trigger(one, number)).flat()
    const objects: readonly DbObject[] = [
      ...keep(functions, (one, number) => world.function(one, number)),
      ...keep(triggers, (one, number) => world.triggerFunction(one, number)),
      ...keep(enums, (one, number) => world.sequence(one, number)),
    ]
    const builtEnums = keep(enums, (_, number) => ({ name: { name: `e${number}` }, values: ['a'] }))
    return {
      ...EMPTY_SCHEMA,
      enums: new Map(builtEnums.map(one => [nameText(one.name), one])),
      tables: new Map(builtTables.map(one => [nameText(one.name), one])),
      views: new Map(builtViews.map(one => [nameText(one.name), one])),
      triggers: new Map(builtTriggers.map(one => [triggerKey(one), one])),
      objects: new Map(objects.map(one => [objectKey(one), one])),
    }
  })

type Lists = Readonly<Record<'tables' | 'views' | 'functions' | 'triggers' | 'enums', readonly Uses[]>>

function keep<T>(list: readonly Uses[], make: (uses: Uses, number: number) => T): readonly T[] {
  return list.flatMap((one, number) => (one.there ? [make(one, number)] : []))
}

const INT = { all: { kind: 'builtin' as const, name: 'int' } }

class World {
  readonly #lists: Lists

  constructor(lists: Lists) {
    this.#lists = lists
  }

  table({ tables, calls, type, number, variant }: Uses, own: number): Table {
    const [first, second] = this.#among('functions', calls)
    const [enumType] = this.#among('enums', type === undefined ? [] : [type])
    const [numbers] = this.#among('enums', number === undefined ? [] : [number])
    const columns: Column[] = [
      { name: 'id', type: INT, nullable: false },
      { name: `c${variant}`, type: INT, nullable: true },
    ]
    const add = (name: string, sql: string) =>
      columns.push({ name, type: INT, nullable: true, default: { kind: 'sql', sql: { postgres: sql, sqlite: '1' } } })
    if (enumType !== undefined) {
      columns.push({ name: 'e', type: { all: { kind: 'enum', name: { name: `e${enumType}` } } }, nullable: true })
    }
    if (first !== undefined) add('d', this.#call(first))
    if (numbers !== undefined) add('n', `nextval('s${numbers}')`)
    const name = table(own)
    const constraints: Constraint[] = [{ kind: 'primary', name: `${name}_pkey`, columns: ['id'] }]
    if (second !== undefined) {
      constraints.push({
        kind: 'check',
        name: 'positive',
        sql: { postgres: `${this.#call(second)} > id`, sqlite: 'true' },
      })
    }
    for (const target of this.#among('tables', tables)) {
      constraints.push({
        kind: 'foreign',
        name: `${name}_to_${target}`,
        columns: ['id'],
        target: { name: table(target) },
        targetColumns: ['id'],
      })
    }
    return { name: { name }, columns, constraints, indexes: [] }
  }

  view(one: Uses, own: number): View {
    return { name: { name: view(own) }, sql: { all: this.#query({ ...one, views: one.views.filter(v => v !== own) }) } }
  }

  function(one: Uses, own: number): DbObject {
    const query = this.#query({ ...one, calls: one.calls.filter(f => f !== own) })
    const counted = `select count(*)::integer from (${query}) as q`
    const head = `f${own}(${this.#isTyped(own) ? `e${own}` : ''})`
    return one.loose ? plpgsql(head, 'integer', `begin return (${counted}); end`) : fn(head, 'integer', counted)
  }

  triggerFunction(one: Uses, own: number): DbObject {
    const calls = this.#among('functions', one.calls).map(number => `perform ${this.#call(number)};`)
    return plpgsql(`g${own}()`, 'trigger', `begin ${calls.join(' ')} return new; end`)
  }

  trigger({ tables }: Uses, own: number): readonly Trigger[] {
    const postgres = `before update of id for each row execute function g${own}('x')`
    return this.#among('tables', tables).map(number => ({
      name: `touch_${own}`,
      table: { name: table(number) },
      sql: { postgres },
      only: 'postgres' as const,
    }))
  }

  sequence({ tables }: Uses, own: number): DbObject {
    const [owner] = this.#among('tables', tables)
    return sequence(`s${own}`, owner === undefined ? undefined : [table(owner), 'id'])
  }

  #among(list: keyof Lists, numbers: readonly number[]): readonly number[] {
    return numbers.filter(number => this.#lists[list][number]!.there)
  }

  /** A function takes the enum of its number, or nothing. */
  #isTyped(number: number): boolean {
    return this.#lists.enums[number]!.there && this.#lists.functions[number]!.type !== undefined
  }

  #call(number: number): string {
    return `f${number}(${this.#isTyped(number) ? 'null' : ''})`
  }

  #query(one: Uses): string {
    const tables = this.#among('tables', one.tables)
    const [first] = tables
    const column = first === undefined ? [] : [`${table(first)}.c${this.#lists.tables[first]!.variant}`]
    const sources = [...tables.map(table), ...this.#among('views', one.views).map(view)]
    const list = [...column, ...this.#among('functions', one.calls).map(one => this.#call(one)), '1 as x']
    return `select ${list.join(', ')}${sources.length === 0 ? '' : ` from ${sources.join(', ')}`}`
  }
}
