import { DIALECTS, type DialectName, forDialect } from '../../compiler/schema/dialect.ts'
import type { QName } from '../../compiler/schema/name.ts'
import type { View } from '../../compiler/schema/objects.ts'
import { outputColumns } from '../../compiler/sql/output-columns.ts'
import { objectDefinition } from '../../compiler/steps/objects/definitions.ts'
import type { Subject, TableSubject } from './subject.ts'

/** What a name in a query stands for: a table or a view. */
export type Relation =
  | { readonly kind: 'table'; readonly only?: DialectName; readonly name: QName; readonly table: TableSubject }
  | { readonly kind: 'view'; readonly only?: DialectName; readonly view: View }

/** Finds tables and views by the names that SQL has for them: Postgres folds them, SQLite passes over the case of letters. */
export class Relations {
  readonly #subject: Subject
  readonly #defaultSchema: string
  #others: ReadonlySet<string> | undefined
  #known: Record<DialectName, Map<string, Relation>> | undefined

  constructor(subject: Subject) {
    this.#subject = subject
    this.#defaultSchema = subject.project.defaultSchema ?? 'public'
  }

  find(name: QName, dialect: DialectName): Relation | undefined {
    return this.#byName[dialect].get(this.#key(name, dialect))
  }

  /** Whether something beside tables and views has rows under that name: a materialized view, a virtual table. */
  isRelation(name: QName, dialect: DialectName): boolean {
    this.#others ??= new Set(
      [...this.#subject.schema.objects.values()].flatMap(object =>
        objectDefinition(object)
          .provides(object as never)
          .flatMap(({ space, name: one }) =>
            space === 'relation' ? DIALECTS.map(where => `${where} ${this.#key(one, where)}`) : [],
          ),
      ),
    )
    return this.#others.has(`${dialect} ${this.#key(name, dialect)}`)
  }

  /** Every name, for a message. */
  names(): readonly string[] {
    return [...this.#byName.postgres.values()].map(relation =>
      relation.kind === 'table' ? relation.name.name : relation.view.name.name,
    )
  }

  get #byName(): Record<DialectName, Map<string, Relation>> {
    this.#known ??= { postgres: this.#read('postgres'), sqlite: this.#read('sqlite') }
    return this.#known
  }

  #read(dialect: DialectName): Map<string, Relation> {
    const found = new Map<string, Relation>()
    const add = (name: QName, relation: Relation) => {
      const key = this.#key(name, dialect)
      if (!found.has(key)) found.set(key, relation)
    }
    const { tables, schema } = this.#subject
    for (const [key, { name, only }] of schema.tables) {
      add(name, {
        kind: 'table',
        name,
        get table() {
          return tables.get(key)!
        },
        ...(only && { only }),
      })
    }
    for (const view of schema.views.values())
      add(view.name, { kind: 'view', view, ...(view.only && { only: view.only }) })
    return found
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
  return text === undefined ? undefined : outputColumns(text, view.columnNames)
}
