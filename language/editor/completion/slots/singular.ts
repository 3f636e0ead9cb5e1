/** The name of one row of a table, as foreign keys are named after it: `customers` is `customer`, `categories` is `category`. */
export function singularOf(table: string): string {
  if (table === 'people') return 'person'
  if (/[^aeiou]ies$/.test(table)) return `${table.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z|us)es$/.test(table)) return table.slice(0, -2)
  return /[^su]s$/.test(table) ? table.slice(0, -1) : table
}
