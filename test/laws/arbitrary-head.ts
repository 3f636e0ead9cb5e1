import fc from 'fast-check'
import { quoteName } from '../../compiler/schema/name.ts'
import { writeString } from '../../language/literals/string-literal.ts'
import { arbitraryName, arbitraryString } from './arbitrary-text.ts'

const id = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 }),
  fc.constantFrom(
    'a',
    'after',
    'label',
    'needs',
    'create',
    'sql',
    'revision',
    '12',
    '0012',
    '12e5',
    '5e10abc',
    '_',
    'É',
    '1.5',
  ),
  arbitraryName.map(quoteName),
)
const string = fc.oneof(
  arbitraryString.map(writeString),
  fc.constantFrom("E'a\\'b'", "e'\\n'", "'", "'/* x'", "'// x'", "'🙂 名前'", "'a -- b'", '`x`', "'{'"),
)
const path = fc.array(arbitraryName.map(quoteName), { minLength: 1, maxLength: 4 }).map(parts => parts.join('.'))
const ids = fc
  .array(id, { minLength: 1, maxLength: 3 })
  .chain(list => fc.constantFrom(', ', ',', ' , ', ',\n', ' /* c */, ', ',\n// c\n').map(comma => list.join(comma)))
const blank = fc.constantFrom(' ', ' ', ' ', '  ', '\t', '\u00a0', ' /* c */ ', ' /* a\n b */ ', '')
const end = fc.constantFrom(
  '\n',
  '\n',
  '\n',
  '\r\n',
  '\n\n',
  ' // c\n',
  '\n/// doc\n',
  '\n/* c */ ',
  ' /* a\n*/\n',
  ' -- c\n',
  ' ',
  '\n/*\ncreate table x {\n*/\n',
)

const line = fc.oneof(
  fc.tuple(fc.constant('label'), string).map(words => [...words]),
  fc.tuple(fc.constant('needs'), ids).map(words => [...words]),
  fc
    .tuple(
      fc.constant('allow'),
      fc.oneof(fc.constant('MIG204'), arbitraryName.map(quoteName)),
      fc.oneof(path, string),
      string,
    )
    .map(words => [...words]),
  fc.constantFrom(['created', '2026-01-05T05:30:00Z'], ['created', '2026-01-05T05:30:00.5Z'], ['revision', 'x', "'y'"]),
  fc.constantFrom(
    ['label'],
    ['needs', ','],
    ['nonsense'],
    ['"label"', "'x'"],
    ['label', "'a'", "'b'"],
    ['allow', 'a', 'b . c', "''"],
  ),
)
const first = fc
  .tuple(fc.constant('revision'), id, string, fc.option(ids, { nil: undefined }))
  .map(([word, own, message, after]) => [word, own, message, ...(after === undefined ? [] : ['after', after])])

const steps = fc.constantFrom(
  '',
  'create table t {\n  label text\n  needs int\n  created timestamptz\n  revision int\n}\n',
  "sql 'x' {\n  up `\nlabel 'x'\ncreated 1\n`\n  down none\n}\n",
  'create schema a\n',
  ' /* c */ create schema a\n',
  '/// doc\ncreate schema a\n',
  'rename schema a to b\n',
  'drop index t: index i (\nlabel,\nneeds\n)\n',
)

/** The text of a revision file whose steps are right and whose head is often unusual and sometimes wrong. */
export const arbitraryHead: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\ufeff', '// c\n', '\n\n', '/* c */ '),
    first,
    fc.array(line, { maxLength: 4 }),
    steps,
    fc.array(
      line.filter(([word]) => /^[a-z]+$/.test(word!) && word !== 'nonsense'),
      { maxLength: 1 },
    ),
    fc.array(fc.tuple(blank, blank, blank, blank, end), { minLength: 7, maxLength: 7 }),
    fc.boolean(),
  )
  .map(([start, head, lines, body, late, gaps, isUsual]) => {
    const created = lines.some(words => words[0] === 'created') ? [] : [['created', '2026-01-05T05:30:00Z']]
    const write = (words: readonly string[], at: number, between = '') => {
      const gap = isUsual ? [' ', ' ', ' ', ' ', '\n'] : gaps[at]!
      return (
        words.map((word, index) => (index === 0 ? word : (gap[(index - 1) % 4] || between) + word)).join('') + gap[4]
      )
    }
    const above = [head, ...created, ...lines].map((words, at) => write(words, at)).join('')
    return `${start}${above}${body}${late.map(words => write(words, 6, ' ')).join('')}`
  })
