const ITEM = /"((?:[^"\\]|\\.)*)"|([^"\\{},\s](?:[^"\\{},]*[^"\\{},\s])?)/gs

/** The text of an array, `{a,"b c",{d}}` (arrays.html section 8.15.2), with each item put into other words; undefined for other text. */
export function mapArrayText(
  text: string,
  change: (item: string, written: { readonly quoted: boolean; readonly text: string }) => string,
): string | undefined {
  if (!/^\s*\{.*\}\s*$/s.test(text) || !/^[{},\s]*$/.test(text.replace(ITEM, ''))) return undefined
  return text.replace(ITEM, (whole: string, quoted: string | undefined, plain: string) =>
    change(quoted === undefined ? plain : quoted.replace(/\\(.)/gs, '$1'), {
      quoted: quoted !== undefined,
      text: whole,
    }),
  )
}

/** An item as Postgres writes it in the text of an array, in quotes where it needs them. */
export function arrayItem(item: string): string {
  const isPlain = /^[^\s,{}"\\]+$/.test(item) && item.toLowerCase() !== 'null'
  return isPlain ? item : `"${item.replace(/["\\]/g, '\\$&')}"`
}
