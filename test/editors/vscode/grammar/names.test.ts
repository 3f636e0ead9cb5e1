import type { Grammar } from 'langium'
import { describe, expect, test } from 'vitest'
import { MigGrammar } from '../../../../language/generated/grammar.ts'
import { keywords } from '../../../../language/lexer/token-types.ts'
import { parseText } from '../../../../language/parse.ts'
import { disagreements } from './disagreements.ts'
import { parsedTokens } from './parsed-tokens.ts'
import { TEXTS } from './texts.ts'
import { isKeyword, scopesAt, tokenize } from './tokenize.ts'

const WORDS = keywords(MigGrammar() as Grammar).filter(word => /^\w+$/.test(word))
const TYPE_LIKE = /^(?:postgres|sqlite)$/
const VALUE_LIKE = /^(?:null|true|false)$/

/** What the texts of the repository have no example of. */
const MORE = `revision a 'x' after b
created 2026-01-05T05:30:00Z
label 'l'
needs c
allow MIG204 'text' 'reason'

create extension citext schema audit version '1'
create view v only postgres was w = \`x\`
create trigger t on a only sqlite = \`x\`
alter table t: unlogged to without rowid
alter table t: strict to plain
rename trigger a.b to c
create table t tablespace fast replica identity nothing {
  a text storage extended compression pglz
  b text compression lz4 unique on conflict abort
}
add constraint orders: foreign (customer) -> customers missing not valid
create sequence s as bigint start 5
create grant usage on foreign server s to app
create grant usage on foreign data wrapper w to app
add constraint t: unique (a) nulls not distinct
alter enum e {
  a
} to {
  b
  moves b -> a
  renames a -> b
}
`

test('every keyword of the grammar is coloured as one in a place where it is one', () => {
  const coloured = new Set<string>()
  for (const text of [...TEXTS.values(), MORE]) {
    const tokens = tokenize(text)
    for (const { kind, text: word, offset } of parsedTokens(text))
      if (kind === 'keyword' && isKeyword(scopesAt(tokens, offset))) coloured.add(word)
  }
  expect(WORDS.length).toBeGreaterThan(80)
  expect(WORDS.filter(word => !coloured.has(word))).toEqual([])
})

describe.each(WORDS)('%s as a name has no colour of a keyword', word => {
  test.each([
    [
      'of a column',
      `table t {
  ${word} int?
  a int
  ${word} varchar(40) unique
  ${word} "x y"[]
  b ${TYPE_LIKE.test(word) ? 'int' : word} primary
}
`,
    ],
    [
      'of a table, of what it has, of what they use',
      `table ${word} strict was ${word} {
  a int -> ${word} on delete set null was ${word} collate ${word}
  a int -> ${word} (${word}) on delete cascade
  unique "${word}" (${word}, b)
  primary ${word} (${word})
  foreign ${word} (${word}) -> ${word} (${word})
  index ${word}_ (${word}, b)
  index (b, ${word} desc) include (${word})
  check ${word} \`x\`
}
`,
    ],
    [
      'of an enum and its values',
      `enum ${word} {
  ${word}
  ${word} was ${word}
  removed ${word}
  removed ${word} -> ${word}
  dropped ${word}
}
table t {
  a "${word}" default ${VALUE_LIKE.test(word) ? 'x' : word}
}
`,
    ],
    [
      'of other objects',
      `schema ${word}
extension ${word}
type ${word} = text
mixin ${word} {
  a int
}
view ${word} = \`x\`
trigger ${word} on ${word} = \`x\`
dropped table ${word}
dropped trigger ${word} on ${word}
`,
    ],
    [
      'in a revision',
      `revision a 'x'
created 2026-01-05T05:30:00Z
add column ${word}: ${word} int
rename column ${word}.${word} to ${word}
alter column ${word}: ${word} text to ${word} int
alter column t: a int
to ${word} text
drop table ${word} {
  ${word} int?
}
`,
    ],
  ])('%s', (_, text) => {
    expect(parseText(text, 'f').errors).toEqual([])
    expect(disagreements(text)).toEqual([])
  })
})
