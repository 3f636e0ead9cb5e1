const LINK = /\]\((mig-(?:sql|schema):[^)\s]+)\)/g

/** Markdown whose links to virtual documents open them by the server's command. */
export function withCommandLinks(markdown: string): string {
  return markdown.replace(LINK, (_, uri: string) => `](command:mig.open?${encodeURIComponent(JSON.stringify([uri]))})`)
}
