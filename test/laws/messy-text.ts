import fc from 'fast-check'
import { layOut } from '../../language/lexer/layout.ts'
import { scan } from '../../language/lexer/scan.ts'
import { tokenTypes } from '../../language/parse.ts'

const BLANKS = [' ', '  ', '\t', '   ', ' /* c */ ', ' /* two\n lines */ ']
const ENDS = [
  '\n',
  '\n\n',
  '\n\n\n\n',
  ' // end\n',
  '\n// own line\n',
  '\n  /* block */\n',
  ' // a\n\n// b\n',
  '\n/* x */ ',
]

/** A text with other blanks, line breaks and comments between its tokens: what it means stays the same. */
export function messyText(text: string): fc.Arbitrary<string> {
  const types = tokenTypes()
  const { tokens } = layOut(scan(text, types).tokens, types, text.length)
  const { comments } = scan(text, types)
  const count = tokens.length + 1
  return fc.array(fc.nat(1000), { minLength: count, maxLength: count }).map(numbers => {
    let result = ''
    let next = 0
    for (const [at, token] of tokens.entries()) {
      const pick = numbers[at]!
      for (; next < comments.length && comments[next]!.offset < token.startOffset; next++)
        result += `\n${comments[next]!.text}\n`
      const { name } = token.tokenType
      if (name === 'NL' || name === 'END') result += ENDS[pick % ENDS.length]
      else if (isNumber(tokens[at - 1]?.image) || token.image === '') result += token.image
      else result += (pick % 3 === 0 ? BLANKS[pick % BLANKS.length] : ' ') + token.image
    }
    return result
  })
}

/** A sign and its number may be parted, but need not be in what we write. */
function isNumber(image: string | undefined): boolean {
  return image === '-'
}
