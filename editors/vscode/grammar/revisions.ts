import { FAMILY } from './objects.ts'
import { BUILTIN, block, GAP, LINE, MAY_GAP, NAME, PATH, SCOPES } from './pieces.ts'
import { groups, include, match, type Rule, type Rules, token } from './rule.ts'

const raw = String.raw
const { declaration, word, table, colon, space, view, trigger, past, revision } = SCOPES
const OBJECT = `schema|extension|enum|view|trigger|${FAMILY}`
const OPTIONS = raw`(?:(?:strict|unlogged|plain|without[ \t]+rowid|(?:force[ \t]+)?row[ \t]+security|only[ \t]+(?:postgres|sqlite))[ \t]*)+$`

/** A built-in type, for one database or for all: what stands before it is the name of a column. */
const TYPED = raw`(?:(?:postgres|sqlite)${GAP})?${BUILTIN}`

/** What only the head of a table begins with; a column may be called by one of these words too. */
const HEAD_OF_TABLE = raw`(?:partition${GAP}(?:of|by)${GAP}|(?:inherits|using|tablespace)${GAP}(?!${TYPED})|with${MAY_GAP}\(|replica${GAP}identity\b|without${GAP}rowid\b|(?:strict|unlogged)${GAP}(?:strict|unlogged|without|partition|inherits|using|with|tablespace|replica|only|row|force)\b)`

const ONLY = raw`only${GAP}(?:postgres|sqlite)\b`

/** What stands in revision files: their heads, and the steps. */
export const REVISIONS: Rules = {
  revisions: { patterns: include('revision head', 'steps', 'after an alter') },
  'revision head': {
    patterns: [
      line(
        raw`(revision)${GAP}(${NAME})`,
        [declaration, revision],
        match(raw`(?<=')${MAY_GAP}(after)\b`, word),
        ...include('comments', 'strings', 'sql', 'after a comma'),
        token(raw`[\w$]+`, revision),
        ...include('marks'),
      ),
      line(raw`(created)\b(?=${MAY_GAP}(?:\d|$))`, [declaration], ...include('comments', 'literals')),
      line(raw`(label)\b(?=${MAY_GAP}(?:[eE]?'|$))`, [declaration], ...include('comments', 'literals')),
      line(
        raw`(needs)\b`,
        [declaration],
        ...include('comments', 'strings', 'sql', 'after a comma'),
        token(raw`[\w$]+`, revision),
        ...include('marks'),
      ),
      line(
        raw`(allow)\b(?:${GAP}(\w+)(?:${GAP}(?![eE]')(?=["_\p{L}])(${PATH}))?)?`,
        [declaration, 'constant.other.hazard.mig', 'variable.other.object.mig'],
        ...include('comments', 'literals'),
      ),
    ],
  },
  steps: {
    patterns: [
      line(
        raw`(create|drop|alter)${GAP}(?=(?:${OBJECT})\b|table${GAP}${PATH}(?!${MAY_GAP}:|[\w$.":]))`,
        [declaration],
        ...include('declarations', 'comments', 'literals'),
      ),
      line(
        raw`(alter)${GAP}(table)${GAP}(${PATH})${MAY_GAP}(:)`,
        [declaration, declaration, table, colon],
        ...include('place of a partition'),
        match(raw`\b(to)\b`, word),
        ...include('table options', 'comments', 'literals'),
      ),
      line(
        raw`(add|drop|alter)${GAP}(column|constraint|index)\b(?:${GAP}(${PATH}))?${MAY_GAP}(:)${MAY_GAP}`,
        [declaration, declaration, table, colon],
        ...include('comments', 'items', 'rest of the line'),
      ),
      match(
        raw`^${MAY_GAP}(add|drop|alter|create)\b(?:${GAP}(column|constraint|index|table|${OBJECT})\b)?`,
        declaration,
        declaration,
      ),
      match(
        raw`^${MAY_GAP}(rename)\b(?:${GAP}(schema|enum|table|view|column|constraint|index|trigger|(?:${FAMILY}))\b(?:${GAP}(${PATH})(\([^()]*\))?(?:${GAP}(to)\b(?:${GAP}(${PATH})(\([^()]*\))?)?)?)?)?`,
        declaration,
        declaration,
        past,
        'variable.parameter.mig',
        word,
        'variable.other.object.mig',
        'variable.parameter.mig',
      ),
      line(
        raw`(sql)\b(?=${MAY_GAP}(?:[eE]?'|\{))`,
        [declaration],
        block(match(raw`\b(up|down)\b(?:${GAP}(none)\b)?`, word, word), ...include('dialect', 'literals')),
        ...include('comments', 'literals'),
      ),
    ],
  },
  'after an alter': {
    patterns: [
      line(raw`(to)\b${MAY_GAP}(?=${OPTIONS})`, [word], ...include('table options')),
      line(
        raw`(to)\b(?=${GAP}${HEAD_OF_TABLE})`,
        [word],
        ...include('place of a partition', 'table options', 'comments', 'literals'),
      ),
      line(
        raw`(to)\b${MAY_GAP}`,
        [word],
        {
          begin: raw`\G(?=(?:schema|extension)${GAP}(?!${TYPED})["_\p{L}]|view${GAP}${PATH}[ \t]*(?:=|\{|only|was|depends|\((?!${MAY_GAP}[-+\d]))|(?:trigger|policy|rule)${GAP}${NAME}${GAP}on\b|(?:function|procedure|aggregate)${GAP}${PATH}${MAY_GAP}\((?!${MAY_GAP}[-+\d])|materialized${GAP}view${GAP}|(?:${FAMILY})${GAP}(?!${TYPED})["_\p{L}])`,
          end: LINE,
          patterns: include('declarations'),
        },
        {
          begin: raw`\G(?=(?:"[^"]*"|[^${'`'}'"{])*\{)(?:(?!${ONLY})(${PATH}))?`,
          end: LINE,
          beginCaptures: groups(SCOPES.enum),
          patterns: include('only', 'was', 'enum values', 'comments'),
        },
        ...include('comments', 'items', 'rest of the line'),
      ),
    ],
  },
  'to one of the family': {
    begin: raw`\b(to)${GAP}(?=(?:${FAMILY})${GAP}["_\p{L}])`,
    end: LINE,
    beginCaptures: groups(word),
    patterns: include('objects of the family'),
  },
  'to an object': {
    patterns: [
      ...include('to one of the family'),
      match(raw`\b(to)${GAP}(schema|extension)${GAP}(${NAME})`, word, declaration, space),
      match(raw`\b(to)${GAP}(view)${GAP}(${PATH})`, word, declaration, view),
      match(
        raw`\b(to)${GAP}(trigger)${GAP}(${NAME})${GAP}(on)${GAP}(${PATH})`,
        word,
        declaration,
        trigger,
        word,
        table,
      ),
      match(raw`\b(to)\b(?:${GAP}(?!${ONLY})(${PATH}))?`, word, SCOPES.enum),
    ],
  },
  'to a member': {
    begin: raw`\b(to)${GAP}(?=\S)`,
    end: raw`(?=\})|${LINE}`,
    beginCaptures: groups(word),
    patterns: include('comments', 'items', 'rest of the line'),
  },
}

function line(begin: string, scopes: readonly string[], ...patterns: readonly Rule[]): Rule {
  return { begin: `^${MAY_GAP}${begin}`, end: LINE, beginCaptures: groups(...scopes), patterns }
}
