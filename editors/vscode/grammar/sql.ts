import { HEAD, MAY_GAP } from './pieces.ts'
import { include, match, type Rule, type Rules, token, whole } from './rule.ts'
import { SQL_KEYWORDS, SQL_TYPES } from './sql-words.ts'

const raw = String.raw

/** Before the backtick that ends the SQL. A doubled one is a rule of its own, which is met first. */
const SQL_ENDS = raw`(?=${'`'}(?!${'`'}))|${HEAD}`

/** SQL between backticks: what both databases have, without asking an editor for a grammar of SQL. */
export const SQL: Rules = {
  sql: {
    begin: '`',
    end: `\`(?!\`)|${HEAD}`,
    beginCaptures: whole('punctuation.section.embedded.begin.mig'),
    endCaptures: whole('punctuation.section.embedded.end.mig'),
    contentName: 'meta.embedded.block.sql',
    patterns: include('SQL text'),
  },
  'SQL text': {
    patterns: [
      ...include('doubled backtick'),
      {
        name: 'comment.line.double-dash.sql',
        ...match('(--)(?:``|[^`])*', 'punctuation.definition.comment.sql'),
      },
      {
        name: 'comment.block.sql',
        begin: raw`/\*`,
        end: raw`\*/|${SQL_ENDS}`,
        captures: whole('punctuation.definition.comment.sql'),
        patterns: include('doubled backtick'),
      },
      {
        begin: raw`(\$(?:[A-Za-z_]\w*)?\$)`,
        end: raw`\1|${SQL_ENDS}`,
        captures: whole('punctuation.definition.dollar-quote.sql'),
        patterns: include('SQL text'),
      },
      string(raw`(?<![\w$])[eE]'`, raw`\\.|''`),
      string("'", "''"),
      token('(?:"[^"`]*")+', 'variable.other.quoted.sql'),
      token(raw`(?<![\w$.])(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?(?!\w)`, 'constant.numeric.sql'),
      token(raw`\$\d+`, 'variable.parameter.sql'),
      match(raw`(::)${MAY_GAP}([A-Za-z_][\w.]*)?`, 'keyword.operator.cast.sql', 'storage.type.sql'),
      ...include('SQL words'),
      token(raw`->>?|#>>?|\|\||<>|!=|<=|>=|@>|<@|&&|[-+*/%<>=~!@#&|^?]`, 'keyword.operator.sql'),
      token('[,;.]', 'punctuation.separator.sql'),
      token(raw`\(|\)|\[|\]`, 'punctuation.section.parens.sql'),
    ],
  },
  'SQL words': {
    patterns: [
      token(
        raw`(?i)\b(?:true|false|null|current_(?:date|time|timestamp|user)|session_user|localtime|localtimestamp)\b`,
        'constant.language.sql',
      ),
      token(raw`(?i)\b(?:new|old|excluded)\b(?=\.)`, 'variable.language.sql'),
      match(
        raw`(?i)\b(into|join|update|table|references)[ \t]+(?!(?:select|set|for|of|or|on|only|lateral|if|when|as|execute|begin)\b)((?>(?:[\w$.]|"[^"${'`'}]*")+))`,
        'keyword.other.sql',
        'entity.name.type.table.sql',
      ),
      match(
        raw`(?i)\b(from)[ \t]+(?!(?:select|only|lateral|null|unnest)\b)((?>(?:[\w$.]|"[^"${'`'}]*")+))(?!${MAY_GAP}\()`,
        'keyword.other.sql',
        'entity.name.type.table.sql',
      ),
      token(
        raw`(?i)\b(?:left|right|replace|date|time|char|interval|extract|cast|first|last)\b(?=${MAY_GAP}\()`,
        'entity.name.function.sql',
      ),
      token(raw`(?i)\b(?:${SQL_KEYWORDS.join('|')})\b`, 'keyword.other.sql'),
      token(raw`(?i)\b(?:${SQL_TYPES.join('|')})\b`, 'storage.type.sql'),
      match(raw`([A-Za-z_][\w$]*)(?=${MAY_GAP}\()`, 'entity.name.function.sql'),
    ],
  },
  'doubled backtick': token('``', 'constant.character.escape.mig'),
}

function string(begin: string, inside: string): Rule {
  return {
    name: 'string.quoted.single.sql',
    begin,
    end: `'(?!')|${SQL_ENDS}`,
    beginCaptures: whole('punctuation.definition.string.begin.sql'),
    endCaptures: whole('punctuation.definition.string.end.sql'),
    patterns: [token(`${inside}|\`\``, 'constant.character.escape.sql')],
  }
}
