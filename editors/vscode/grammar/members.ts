import { BUILTIN, block, GAP, HEAD, INNER_LINE, MAY_GAP, NAME, NOTHING_MORE, PATH, SCOPES, TAGGED } from './pieces.ts'
import { groups, include, match, type Rule, type Rules, token, whole } from './rule.ts'

const raw = String.raw
const { declaration, modifier, hint, word, arrow, table, column, index, constraint, parens } = SCOPES

/** Before SQL, whichever database it is for. */
const SQL_NEXT = raw`(?=[ \t]*(?:${'`'}|${TAGGED}))`

/** Before the columns of a key: the arguments of a type are numbers. */
const COLUMNS_NEXT = raw`${MAY_GAP}(?=\((?!${MAY_GAP}[-+\d]))`

/** The lines of a table. A word is the keyword of a line only where what follows it allows no column of that name. */
export const MEMBERS: Rules = {
  'members of a table': block(...include('members', 'rest of the line')),
  members: { patterns: include('include', 'dropped column', 'policy of a table', 'row security', 'items') },
  items: { patterns: include('index', 'exclude', 'key', 'check', 'column') },
  include: member(
    raw`\b(include)${GAP}(?!${BUILTIN})(${NAME})${NOTHING_MORE}`,
    [word, SCOPES.mixin],
    ...include('comments'),
  ),
  'dropped column': member(
    raw`\b(dropped)${GAP}(${NAME})(?:${NOTHING_MORE}|(?=${GAP}backfill\b))`,
    [hint, SCOPES.past],
    ...include('value', 'comments', 'literals'),
  ),
  'policy of a table': member(
    raw`\b(policy)${GAP}(?!${BUILTIN}${GAP}(?:check|only|was)\b)(${NAME})(?=${GAP}(?:as|for|to|using|check|only|was|depends)\b)`,
    [declaration, SCOPES.trigger],
    ...include('policy clauses'),
  ),
  exclude: member(
    raw`\b(exclude)\b(?:${GAP}(?!using\b)(${NAME}))?(?:${GAP}(using)${GAP}(${NAME}))?${COLUMNS_NEXT}`,
    [declaration, constraint, modifier, 'support.constant.method.mig'],
    match(raw`\b(where)\b`, modifier),
    ...include('properties of a key', 'reference', 'options of a member'),
  ),
  'properties of a key': {
    patterns: [
      match(raw`\b(include)\b(?=${MAY_GAP}\()`, modifier),
      ...include('storage parameters'),
      match(raw`\b(tablespace)\b(?:${GAP}(${NAME}))?`, modifier, 'variable.other.object.mig'),
      match(raw`\b(replica)${GAP}(identity)\b`, modifier, modifier),
      token(raw`\bclustered\b`, modifier),
      ...include('states'),
    ],
  },
  states: {
    patterns: [
      match(raw`\b(not)${GAP}(valid|enforced|null)\b`, modifier, modifier),
      token(raw`\bmissing\b`, modifier),
      match(raw`\b(no)${GAP}(inherit)\b`, modifier, modifier),
      match(raw`\b(on)${GAP}(conflict)${GAP}(rollback|abort|fail|ignore|replace)\b`, modifier, modifier, modifier),
      match(raw`\b(storage)${GAP}(plain|external|extended|main|default)\b`, modifier, modifier),
      match(raw`\b(compression)${GAP}(pglz|lz4|default)\b`, modifier, modifier),
      match(raw`\b(statistics)\b(?=${GAP}\d)`, modifier),
    ],
  },
  index: member(
    raw`\b(?:(unique)${GAP})?(index)\b(?:${GAP}(${NAME}))?${COLUMNS_NEXT}`,
    [declaration, declaration, index],
    match(raw`\b(using)\b(?:${GAP}(${NAME}))?`, modifier, 'support.constant.method.mig'),
    match(raw`\b(where)\b`, modifier),
    ...include('properties of a key', 'nulls not distinct', 'options of a member'),
  ),
  'storage parameters': {
    begin: raw`\b(with)${MAY_GAP}(\()`,
    end: raw`\)|(?=[{}${'`'}])|${HEAD}`,
    beginCaptures: groups(modifier, parens),
    endCaptures: whole(parens),
    patterns: [
      match(
        raw`(${PATH})${MAY_GAP}(=)(?:${MAY_GAP}(?![eE]')([A-Za-z_][\w$]*))?`,
        'variable.parameter.mig',
        SCOPES.equals,
        'constant.other.mig',
      ),
      ...include('comments', 'literals'),
      token(raw`[A-Za-z_][\w$]*`, 'variable.parameter.mig'),
    ],
  },
  'nulls not distinct': match(raw`\b(nulls)${GAP}(not)${GAP}(distinct)\b`, modifier, modifier, modifier),
  key: member(
    raw`\b(primary|unique|foreign)\b(?:${GAP}(${NAME}))?${COLUMNS_NEXT}`,
    [declaration, constraint],
    ...include('properties of a key', 'reference', 'nulls not distinct', 'options of a member'),
  ),
  check: member(
    raw`\b(check)\b(?:${GAP}(?!${TAGGED})(${NAME}))?${SQL_NEXT}`,
    [declaration, constraint],
    ...include('states', 'options of a member'),
  ),
  'options of a member': {
    patterns: include('only', 'was', 'dialect', 'column names', 'to a member', 'comments', 'literals'),
  },
  reference: {
    patterns: [
      match(
        raw`(->)(?:${MAY_GAP}(${PATH})(?:${MAY_GAP}(\()${MAY_GAP}(${NAME})${MAY_GAP}(\)))?)?`,
        arrow,
        table,
        parens,
        column,
        parens,
      ),
      match(
        raw`\b(on)${GAP}(delete|update)\b(?:${GAP}(?:(cascade|restrict)|(no)${GAP}(action)|(set)${GAP}(null|default))\b)?`,
        ...Array(7).fill(modifier),
      ),
      match(raw`\b(match)${GAP}(full|simple)\b`, modifier, modifier),
      match(
        raw`\b(deferrable)\b(?:${GAP}(initially)\b(?:${GAP}(deferred|immediate)\b)?)?`,
        modifier,
        modifier,
        modifier,
      ),
    ],
  },
  column: member(raw`(${NAME})${GAP}(?=["_${'`'}]|\p{L})`, [column], ...include('first type', 'modifiers', 'literals')),
  modifiers: {
    patterns: [
      ...include(
        'comments',
        'only',
        'was',
        'value',
        'reference',
        'identity',
        'collate',
        'states',
        'storage parameters',
      ),
      match(raw`\b(check)\b(?:${GAP}(?!${TAGGED})(${NAME})${SQL_NEXT})?`, modifier, constraint),
      match(raw`\b(primary|unique|index|stored|virtual)\b`, modifier),
      match(raw`\b(convert|revert)\b`, hint),
      ...include('more types', 'dialect', 'to a member'),
    ],
  },
  identity: {
    patterns: [
      {
        begin: raw`\b(identity)\b(?:${GAP}(always)\b)?${MAY_GAP}(\()`,
        end: raw`\)|(?=[{}${'`'}])|$|${HEAD}`,
        beginCaptures: groups(modifier, modifier, parens),
        endCaptures: whole(parens),
        patterns: [
          match(raw`\b(sequence)\b(?:${GAP}(${PATH}))?`, modifier, 'variable.other.object.mig'),
          token(raw`\b(?:start|increment|min|max|cache|cycle)\b`, modifier),
          ...include('comments', 'numbers'),
        ],
      },
      match(raw`\b(identity)\b(?:${GAP}(always)\b)?`, modifier, modifier),
    ],
  },
}

function member(begin: string, scopes: readonly string[], ...patterns: readonly Rule[]): Rule {
  return { begin, end: INNER_LINE, beginCaptures: groups(...scopes), patterns }
}
