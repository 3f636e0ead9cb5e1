/** One scenario of an example's story, and the revision that it leads to. */
export interface Chapter {
  /**
   * The files of the story that belong to it: `NAME.mig` is the whole schema afterwards, or `NAME.up.sql` and
   * `NAME.down.sql` the SQL that is written by hand; `NAME.rows.sql` is what the application writes before the next one.
   */
  readonly name: string
  /** The message of the revision. */
  readonly message: string
  /** When the revision says that it was made. */
  readonly created: string
  /** One sentence: what is to be seen here. */
  readonly about: string
  readonly watch?: Watch
}

/** Values to look at before and after: a column of some table, which may have another name after the change or none before. */
export interface Watch {
  readonly table: string
  /** The column that tells the rows apart. */
  readonly by: string
  readonly before?: string
  readonly after: string
}
