/** An object that a database holds, by its kind and its name. */
export interface CatalogObject {
  /** In the words of the database: `table`, `materialized view`, `function` … */
  readonly kind: string
  /** As a schema has it for a key: `audit.events`. */
  readonly name: string
}

/** A member of a table that is there and does not do its work. */
export interface IdleMember {
  readonly kind: 'invalid index' | 'disabled trigger' | 'unchecked constraint'
  /** The key of the table. */
  readonly table: string
  readonly name: string
}
