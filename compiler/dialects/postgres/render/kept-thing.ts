/** What can have been said of a thing by hand, where the schema says nothing of it. */
export type Unsaid =
  | 'comment'
  | 'column comments'
  | 'index comments'
  | 'statistics'
  | 'row security'
  | 'replica identity'
  | 'publications'

/** A view, a table, a function or a type of which is put aside and given back what the schema does not say. */
export interface KeptThing {
  readonly catalog: 'pg_class' | 'pg_proc' | 'pg_type' | 'pg_foreign_server' | 'pg_foreign_data_wrapper' | 'pg_language'
  /** What `to_regclass` and the like find it by when it is dropped, or its name where it stands in no schema. */
  readonly found: string
  readonly unsaid: readonly Unsaid[]
}

/** What it is called when it is there again: as `alter` and as `grant … on` call it. */
export interface BackThing extends KeptThing {
  readonly alter: string
  readonly on: string
}
