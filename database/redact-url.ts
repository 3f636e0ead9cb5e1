const BEGIN = /^[a-z][a-z0-9+.-]*:(\/\/)?/i

/**
 * The URL of a database as it may be printed: `***` stands for the password, also for one in a parameter, and however
 * wrong the URL is. Where it cannot be told what belongs to the password, more is left out.
 */
export function redactUrl(url: string): string {
  const [begin, slashes] = BEGIN.exec(url) ?? []
  if (begin === undefined || /^sqlite:/i.test(url)) return withoutParameters(url)
  const rest = url.slice(begin.length)
  const at = rest.lastIndexOf('@')
  if (at < 0) return withoutParameters(begin + withoutOddPort(rest))
  const colon = rest.slice(0, at).indexOf(':')
  const user = slashes === undefined ? '***' : colon < 0 ? rest.slice(0, at) : `${rest.slice(0, colon)}:***`
  return withoutParameters(`${begin}${user}${rest.slice(at)}`)
}

/** What stands where a port should is a password, or a piece of one, behind which the `@` is missing. */
function withoutOddPort(rest: string): string {
  return rest.replace(/^([^/?#:[\]]*):(?!\d*(?:[/?]|$)).*$/s, '$1:***')
}

function withoutParameters(text: string): string {
  return text.replace(/(pass\w*\s*=\s*)('(?:[^'\\]|\\.)*'|[^&\s]*)/gi, '$1***')
}
