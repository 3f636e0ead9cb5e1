import type { TableDeclaration } from '../generated/ast.ts'
import type { Declared, TableSubject } from './subject.ts'

/** A table that was not made ready for the checks yet. */
export interface TableDeclared extends Declared<TableDeclaration> {
  readonly key: string
}

/** The tables of a project by their keys. Each is made ready when somebody asks for it. */
export class SubjectTables implements ReadonlyMap<string, TableSubject> {
  readonly declared: ReadonlyMap<string, TableDeclared>
  private readonly read: (table: TableDeclared) => TableSubject
  private readonly known = new Map<string, TableSubject>()

  constructor(declared: ReadonlyMap<string, TableDeclared>, read: (table: TableDeclared) => TableSubject) {
    this.declared = declared
    this.read = read
  }

  get size(): number {
    return this.declared.size
  }

  has(key: string): boolean {
    return this.declared.has(key)
  }

  get(key: string): TableSubject | undefined {
    const known = this.known.get(key)
    const declared = known === undefined ? this.declared.get(key) : undefined
    if (declared === undefined) return known
    const table = this.read(declared)
    this.known.set(key, table)
    return table
  }

  keys(): MapIterator<string> {
    return this.declared.keys()
  }

  values(): MapIterator<TableSubject> {
    return this.declared.keys().map(key => this.get(key)!)
  }

  entries(): MapIterator<[string, TableSubject]> {
    return this.declared.keys().map(key => [key, this.get(key)!] as [string, TableSubject])
  }

  [Symbol.iterator](): MapIterator<[string, TableSubject]> {
    return this.entries()
  }

  forEach(callback: (table: TableSubject, key: string, map: ReadonlyMap<string, TableSubject>) => void): void {
    for (const [key, table] of this) callback(table, key, this)
  }
}
