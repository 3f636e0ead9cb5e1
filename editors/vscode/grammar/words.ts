import { BUILTIN, GAP, HEAD, INNER_LINE, MAY_GAP, NAME, PATH, SCOPES, TAGGED } from './pieces.ts'
import { include, match, type Rule, type Rules, token, whole } from './rule.ts'

const raw = String.raw
const { modifier, hint, dialect, builtin, type, comma } = SCOPES

const TYPE = raw`(?:(postgres|sqlite)${GAP})?(?:(${BUILTIN})|(?!${TAGGED})(?=["_\p{L}])(${PATH}))`

/** Comments, strings, numbers and marks, and the words that stand in many places. */
export const WORDS: Rules = {
  comments: {
    patterns: [
      comment('documentation', '(///)(?!/).*$'),
      comment('double-slash', '(//).*$'),
      comment('double-dash', '(--).*$'),
      {
        name: 'comment.block.mig',
        begin: raw`/\*`,
        end: raw`\*/`,
        captures: whole('punctuation.definition.comment.mig'),
      },
    ],
  },
  literals: { patterns: include('strings', 'sql', 'numbers', 'marks') },
  strings: {
    patterns: [
      string(raw`(?<![\w$])[eE]'`, raw`\\.|''`),
      string("'", "''"),
      token('(?:"[^"]*")+', 'variable.other.quoted.mig'),
    ],
  },
  numbers: {
    patterns: [
      token(raw`(?<![\w$.])\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z`, 'constant.numeric.timestamp.mig'),
      token(raw`(?<![\w$.])[-+]?(?:\d+(?:\.\d+)*|\.\d+)(?:[eE][-+]?\d+)?(?![\w$])`, 'constant.numeric.mig'),
    ],
  },
  marks: {
    patterns: [
      token('->', SCOPES.arrow),
      token('=', SCOPES.equals),
      token(raw`\?`, 'keyword.operator.nullable.mig'),
      token(',', comma),
      token(':', SCOPES.colon),
      token(raw`\[|\]`, 'punctuation.section.brackets.mig'),
      token(raw`\(|\)`, SCOPES.parens),
    ],
  },
  dialect: match(raw`\b(postgres|sqlite)(?=${MAY_GAP}${'`'})`, dialect),
  only: match(raw`\b(only)\b(?:${GAP}(postgres|sqlite)\b)?`, modifier, dialect),
  was: match(raw`\b(was)\b(?:${GAP}(${PATH}))?`, hint, SCOPES.past),
  'first type': match(raw`\G${TYPE}`, dialect, builtin, type),
  'more types': {
    patterns: [
      match(raw`(,)${MAY_GAP}${TYPE}`, comma, dialect, builtin, type),
      { include: '#after a comma' },
      match(raw`\b(postgres|sqlite)${GAP}(?:(${BUILTIN})|(?=["_\p{L}])(${PATH}))`, dialect, builtin, type),
    ],
  },
  'after a comma': {
    begin: raw`,(?=${MAY_GAP}(?:/[/*].*)?$)`,
    end: raw`(?=[^\s/])`,
    beginCaptures: whole(comma),
    patterns: include('comments'),
  },
  value: match(
    raw`\b(?:(default)|(backfill))\b(?:${MAY_GAP}(?:(null|true|false)\b|(now|today|uuid)(?=${MAY_GAP}\()|(?!${TAGGED})(?![eE]')(?=["_\p{L}])(${NAME})))?`,
    modifier,
    hint,
    'constant.language.mig',
    'support.function.mig',
    SCOPES.value,
  ),
  'rest of the line': {
    begin: raw`(?=[^\s}])`,
    end: INNER_LINE,
    patterns: include('comments', 'dialect', 'literals'),
  },
  'column names': {
    begin: raw`\(`,
    end: raw`\)|(?=[{}])|${HEAD}`,
    captures: whole(SCOPES.parens),
    patterns: [
      ...include('comments', 'dialect'),
      match(raw`(?:(?<=[(,])|^)[ \t]*(?!${TAGGED})(${NAME})`, SCOPES.column),
      match(raw`\b(asc|desc)\b`, modifier),
      match(raw`\b(with)\b(?=[ \t]*[=&<${'`'}-])`, modifier),
      match(raw`\b(statistics)\b(?=[ \t]+\d)`, modifier),
      match(raw`\b(nulls)\b(?:${GAP}(first|last)\b)?`, modifier, modifier),
      { include: '#collate' },
      token(raw`[A-Za-z_][\w$.]*`, 'support.constant.opclass.mig'),
      ...include('literals'),
    ],
  },
  collate: match(raw`\b(collate)\b(?:${GAP}(${PATH}))?`, modifier, 'support.constant.collation.mig'),
}

function comment(kind: string, pattern: string): Rule {
  return { name: `comment.line.${kind}.mig`, ...match(pattern, 'punctuation.definition.comment.mig') }
}

function string(begin: string, inside: string): Rule {
  return {
    name: 'string.quoted.single.mig',
    begin,
    end: "'(?!')|$",
    beginCaptures: whole('punctuation.definition.string.begin.mig'),
    endCaptures: whole('punctuation.definition.string.end.mig'),
    patterns: [token(inside, 'constant.character.escape.mig')],
  }
}
