import { DECLARATIONS } from './declarations.ts'
import { MEMBERS } from './members.ts'
import { OBJECTS } from './objects.ts'
import { REVISIONS } from './revisions.ts'
import { include, type Rule, type Rules, token } from './rule.ts'
import { SQL } from './sql.ts'
import { WORDS } from './words.ts'

/** The TextMate grammar of `.mig` files, which `syntaxes/mig.tmLanguage.json` holds for the editors. */
export const GRAMMAR: {
  readonly name: string
  readonly scopeName: string
  readonly fileTypes: readonly string[]
  readonly patterns: readonly Rule[]
  readonly repository: Rules
} = {
  name: 'Mig',
  scopeName: 'source.mig',
  fileTypes: ['mig'],
  patterns: include('comments', 'declarations', 'revisions', 'rest of the line', 'needless brace'),
  repository: {
    ...WORDS,
    ...DECLARATIONS,
    ...MEMBERS,
    ...OBJECTS,
    ...REVISIONS,
    ...SQL,
    'needless brace': token(String.raw`\}`, 'punctuation.section.block.mig'),
  },
}
