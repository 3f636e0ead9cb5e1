/** The name of an object that lives in a schema of the database: `users`, `audit.events`. */
export interface QName {
  readonly schema?: string
  readonly name: string
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_$]*$/

/** A name as `.mig` text writes it: in SQL quotes unless it is letters, digits, `_` and `$`. */
export function quoteName(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/** The text of a qualified name, which is also its key in every map: no two names share a text. */
export function nameText(name: QName): string {
  return name.schema === undefined ? quoteName(name.name) : `${quoteName(name.schema)}.${quoteName(name.name)}`
}

/** The same object name in another schema or with another last part. */
export function withName(name: QName, last: string): QName {
  return name.schema === undefined ? { name: last } : { schema: name.schema, name: last }
}

export function sameName(a: QName, b: QName): boolean {
  return a.name === b.name && a.schema === b.schema
}
