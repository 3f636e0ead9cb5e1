import type { DialectName } from '../../../compiler/schema/dialect.ts'
import type { QName } from '../../../compiler/schema/name.ts'
import { foldName } from '../../../compiler/sql/name-text.ts'

/** Things by the names that SQL has for them: Postgres folds them, SQLite knows no schemas and no case of letters. */
export class SqlNames<T> {
  private readonly exact = new Map<string, T>()
  private readonly folded = new Map<string, T>()
  private readonly bare = new Map<string, T>()

  add(name: QName, defaultSchema: string, thing: T): void {
    const schema = name.schema ?? defaultSchema
    addFirst(this.exact, `${schema}\n${name.name}`, thing)
    addFirst(this.folded, `${foldName(schema)}\n${foldName(name.name)}`, thing)
    addFirst(this.bare, name.name.toLowerCase(), thing)
  }

  /** What a name means, its letters folded where it stands without quotes. */
  find({ schema, name }: QName, defaultSchema: string, dialect: DialectName | 'all'): T | undefined {
    if (dialect === 'sqlite') return this.bare.get(name.toLowerCase())
    if (schema !== undefined && schema !== 'main') return this.inSchema(schema, name)
    return this.inSchema(defaultSchema, name) ?? this.inSchema('public', name)
  }

  private inSchema(schema: string, name: string): T | undefined {
    return this.exact.get(`${schema}\n${name}`) ?? this.folded.get(`${schema}\n${name}`)
  }
}

function addFirst<T>(map: Map<string, T>, key: string, thing: T): void {
  if (!map.has(key)) map.set(key, thing)
}
