import { type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type { View } from '../../compiler/schema/objects.ts'
import { outputColumns } from '../../compiler/sql/output-columns.ts'
import type { Subject, TableSubject } from './subject.ts'

/** What a name in a query stands for: a table or a view. */
export type Relation =
  | { readonly kind: 'table'; readonly only?: DialectName; readonly table: TableSubject }
  | { readonly kind: 'view'; readonly only?: DialectName; readonly view: View }

/** Finds tables and views by the names that SQL has for them: Postgres folds them, SQLite passes over the case of letters. */
export class Relations {
  readonly #byName = { postgres: new Map<string, Relation>(), sqlite: new Map<string, Relation>() }
  readonly #defaultSchema: string

  constructor(subject: Subject) {
    this.#defaultSchema = subject.project.defaultSchema ?? 'public'
    for (const table of subject.tables.values()) {
      const { name, only } = table.table
      this.#add(name, { kind: 'table', table, ...(only && { only }) })
    }
    for (const view of subject.schema.views.values()) {
      this.#add(view.name, { kind: 'view', view, ...(view.only && { only: view.only }) })
    }
  }

  find(name: QName, dialect: DialectName): Relation | undefined {
    return this.#byName[dialect].get(this.#key(name, dialect))
  }

  /** Every name, for a message. */
  names(): readonly string[] {
    return [...this.#byName.postgres.values()].map(relation =>
      relation.kind === 'table' ? relation.table.table.name.name : relation.view.name.name,
    )
  }

  #add(name: QName, relation: Relation): void {
    for (const dialect of ['postgres', 'sqlite'] as const) {
      const key = this.#key(name, dialect)
      if (!this.#byName[dialect].has(key)) this.#byName[dialect].set(key, relation)
    }
  }

  #key({ schema = this.#defaultSchema, name }: QName, dialect: DialectName): string {
    return dialect === 'sqlite' ? name.toLowerCase() : `${schema}\n${name}`
  }
}

const memory = new WeakMap<Subject, Relations>()

/** The tables and views of a project. */
export function relationsOf(subject: Subject): Relations {
  let known = memory.get(subject)
  if (known === undefined) {
    known = new Relations(subject)
    memory.set(subject, known)
  }
  return known
}

/** The columns that a view gives in a database; undefined where they cannot be told. */
export function columnsOfView(view: View, dialect: DialectName): readonly string[] | undefined {
  const text = forDialect(view.sql, dialect)
  return text === undefined ? undefined : outputColumns(text)
}
