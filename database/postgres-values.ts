const asNumber = (text: string): number => Number(text)

/**
 * How a value that Postgres sends as text is read, by the OID of its type: bool, small numbers, and JSON as JavaScript
 * has them; every other type (bigint, numeric, dates, arrays …) stays the text that Postgres wrote.
 */
export const POSTGRES_VALUES: Readonly<Record<number, (text: string) => unknown>> = {
  16: text => text === 't',
  21: asNumber,
  23: asNumber,
  26: asNumber,
  114: text => JSON.parse(text),
  700: asNumber,
  701: asNumber,
  3802: text => JSON.parse(text),
}

/** A value as the text that Postgres wrote. */
export const asText = (text: string): string => text
