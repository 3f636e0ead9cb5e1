import type { ObjectKind } from '../../../compiler/schema/objects/db-object.ts'
import { BUILTIN, block, GAP, HEAD, INNER_LINE, LINE, MAY_GAP, NAME, PATH, SCOPES, TAGGED } from './pieces.ts'
import { groups, include, match, type Rule, type Rules, token, whole } from './rule.ts'

const raw = String.raw
const { declaration, modifier, hint, word, table, column, parens, equals, comma, builtin, dialect, past } = SCOPES

/** The words that the declarations of the family begin with. */
const WORDS: { readonly [K in ObjectKind]: string } = {
  function: 'function',
  procedure: 'procedure',
  aggregate: 'aggregate',
  sequence: 'sequence',
  domain: 'domain',
  composite: 'composite',
  range: 'range',
  'materialized view': raw`materialized${GAP}view`,
  policy: 'policy',
  rule: 'rule',
  grant: 'grant|revoke',
  object: 'object',
}

/** Any of the words that a declaration of the family begins with, a partition's among them. */
export const FAMILY = `${Object.values(WORDS).join('|')}|partition`

const START = raw`(?:^${MAY_GAP}|\G)`
const FUNCTION = 'entity.name.function.mig'
const OPTION = 'storage.modifier.mig'
const TYPE = raw`(?:(postgres|sqlite)${GAP})?(?:(${BUILTIN})|(?!${TAGGED})(?=["_\p{L}])(${PATH}))`

/** The declarations of the family of objects, and of partitions. */
export const OBJECTS: Rules = {
  'objects of the family': {
    patterns: include(
      ...['routine', 'aggregate', 'sequence', 'domain', 'composite', 'range', 'materialized view', 'policy', 'rule'],
      ...['grant', 'other object', 'partition'],
    ),
  },
  routine: family(
    'function|procedure',
    PATH,
    FUNCTION,
    ...include('text group', 'SQL in braces', 'dialect'),
    setting(),
    rest(),
  ),
  aggregate: family(
    'aggregate',
    PATH,
    FUNCTION,
    ...include('text group'),
    match(raw`\b(m?stype)\b(?:${GAP}(?:(${BUILTIN})|(${PATH})))?`, modifier, builtin, SCOPES.type),
    match(raw`\b((?:m?final|combine|serial|deserial|minv|m?s)func)\b(?:${GAP}(${PATH}))?`, modifier, FUNCTION),
    match(
      raw`\b(m?sspace|m?initcond|m?finalfunc_modify|sortop|parallel)\b(?:${GAP}(?![eE]')([A-Za-z_][\w$]*))?`,
      modifier,
      'constant.other.mig',
    ),
    token(raw`\b(?:m?finalfunc_extra|hypothetical)\b`, modifier),
    rest(),
  ),
  'text group': {
    begin: raw`\(`,
    end: raw`\)|${HEAD}`,
    captures: whole(parens),
    patterns: [
      ...include('comments', 'text group', 'strings', 'sql', 'numbers'),
      token(BUILTIN, builtin),
      token(raw`[A-Za-z_][\w$]*`, 'variable.parameter.mig'),
      ...include('marks'),
    ],
  },
  sequence: family(
    'sequence',
    PATH,
    'entity.name.section.sequence.mig',
    match(raw`\b(as)${GAP}(smallint|int|integer|bigint)\b`, modifier, modifier),
    match(raw`\b(owned)${GAP}(by)\b(?:${GAP}(${PATH}))?`, modifier, modifier, column),
    match(raw`\b(no)${GAP}(min|max)\b`, modifier, modifier),
    token(raw`\b(?:start|increment|min|max|cache|cycle|unlogged)\b`, modifier),
  ),
  domain: family(
    'domain',
    PATH,
    SCOPES.type,
    ...include('type of an object', 'value', 'collate'),
    match(raw`\b(not)${GAP}(null)\b`, modifier, modifier),
    match(raw`\b(check)\b(?:${GAP}(?!${TAGGED})(${NAME}))?`, modifier, SCOPES.constraint),
    block(
      match(raw`\b(check)\b(?:${GAP}(?!${TAGGED})(${NAME}))?`, modifier, SCOPES.constraint),
      ...include('dialect', 'literals'),
    ),
    ...include('more types', 'dialect'),
  ),
  'type of an object': match(raw`(=)${MAY_GAP}${TYPE}`, equals, dialect, builtin, SCOPES.type),
  composite: family('composite', PATH, SCOPES.type, ...include('fields')),
  fields: block(
    {
      begin: raw`\b(dropped)${GAP}(?!${BUILTIN})(${NAME})(?=[ \t]*(?:$|\}|/[/*]))`,
      end: INNER_LINE,
      beginCaptures: groups(hint, past),
      patterns: include('comments'),
    },
    {
      begin: raw`(${NAME})${GAP}(?=["_${'`'}]|\p{L})`,
      end: INNER_LINE,
      beginCaptures: groups(column),
      patterns: include('first type', 'comments', 'was', 'collate', 'more types', 'dialect', 'literals'),
    },
    ...include('rest of the line'),
  ),
  range: family(
    'range',
    PATH,
    SCOPES.type,
    ...include('type of an object'),
    match(
      raw`\b(subtype_opclass|collation|canonical|subtype_diff|multirange_type_name)\b(?:${GAP}(${PATH}))?`,
      modifier,
      'variable.other.object.mig',
    ),
    ...include('more types', 'dialect'),
  ),
  'materialized view': family(
    raw`materialized${GAP}view`,
    PATH,
    SCOPES.view,
    match(raw`\b(with)${GAP}(no)${GAP}(data)\b`, modifier, modifier, modifier),
    block(...include('index', 'rest of the line')),
    ...include('storage options', 'column names', 'dialect'),
  ),
  policy: {
    begin: raw`${START}(policy)\b(?:${GAP}(${NAME})(?:${GAP}(on)\b(?:${GAP}(${PATH}))?)?)?`,
    end: LINE,
    beginCaptures: groups(declaration, SCOPES.trigger, word, table),
    patterns: include('policy clauses'),
  },
  'policy clauses': {
    patterns: [
      match(raw`\b(as)${GAP}(permissive|restrictive)\b`, modifier, modifier),
      match(raw`\b(for)${GAP}(all|select|insert|update|delete)\b`, modifier, modifier),
      ...include('to a policy', 'roles'),
      match(raw`\b(using|check)\b`, modifier),
      ...include('only', 'was', 'depends', 'dialect', 'comments', 'literals'),
    ],
  },
  'to a policy': {
    begin: raw`\b(to)${GAP}(?=policy${GAP}${NAME}${GAP}on\b)`,
    end: LINE,
    beginCaptures: groups(word),
    patterns: include('policy'),
  },
  'row security': {
    begin: raw`\b(?:(force)${GAP})?(row)${GAP}(security)\b(?=[ \t]*(?:only\b|$|\}|/[/*]))`,
    end: INNER_LINE,
    beginCaptures: groups(declaration, declaration, declaration),
    patterns: include('only', 'comments'),
  },
  roles: {
    begin: raw`\b(to|from)${GAP}(${NAME})`,
    end: raw`(?=[^\s,])|$`,
    beginCaptures: groups(word, 'variable.other.role.mig'),
    patterns: [match(raw`(,)${MAY_GAP}(${NAME})`, comma, 'variable.other.role.mig')],
  },
  rule: {
    begin: raw`${START}(rule)\b(?:${GAP}(${NAME})(?:${GAP}(on)\b(?:${GAP}(${PATH}))?)?)?`,
    end: LINE,
    beginCaptures: groups(declaration, SCOPES.trigger, word, table),
    patterns: include(
      'firing',
      'only',
      'was',
      'depends',
      'SQL in braces',
      'dialect',
      'to one of the family',
      'comments',
      'literals',
    ),
  },
  firing: {
    patterns: [match(raw`\b(enable)${GAP}(replica|always)\b`, modifier, modifier), token(raw`\bdisabled\b`, modifier)],
  },
  grant: {
    begin: raw`${START}(grant|revoke)\b(?:${GAP}(${NAME}))?`,
    end: LINE,
    beginCaptures: groups(declaration, 'constant.other.privilege.mig'),
    patterns: [
      ...include('depends'),
      match(
        raw`\b(on)${GAP}(?:(table|sequence|schema|type|domain|language|function|procedure)${GAP}|(foreign)${GAP}(?:(server)|(data)${GAP}(wrapper))${GAP})?(?=["_\p{L}])(${PATH})`,
        ...[word, word, word, word, word, word, table],
      ),
      match(raw`\b(with)${GAP}(grant)${GAP}(option)\b`, modifier, modifier, modifier),
      ...include('to one of the family', 'roles', 'only', 'text group'),
      match(raw`(,)${MAY_GAP}(${NAME})`, comma, 'constant.other.privilege.mig'),
      ...include('comments', 'literals'),
    ],
  },
  'other object': family(
    'object',
    PATH,
    'variable.other.object.mig',
    block(token(raw`\b(?:create|drop|convert|revert)\b`, word), ...include('dialect', 'literals')),
  ),
  partition: {
    begin: raw`${START}(partition)${GAP}(${PATH})(?=[^\n]*[ \t]of[ \t])`,
    end: LINE,
    beginCaptures: groups(declaration, table),
    patterns: [
      match(raw`\b(of)\b(?:${GAP}(${PATH}))?`, word, table),
      match(raw`\b(values)${GAP}(from|in|with)\b`, modifier, modifier),
      match(raw`\b(to)\b(?=${MAY_GAP}\()`, modifier),
      token(raw`\bdefault\b`, modifier),
      ...include('bound', 'table options', 'members of a table', 'to one of the family', 'comments', 'literals'),
    ],
  },
  'place of a partition': {
    patterns: [
      match(raw`\b(partition)${GAP}(of)\b(?:${GAP}(${PATH}))?`, modifier, word, table),
      token(raw`\bdefault\b`, modifier),
      {
        begin: raw`\b(?:(values)${GAP}(from|in|with)|(to))${MAY_GAP}(?=\()`,
        end: raw`(?<=\))|${LINE}`,
        beginCaptures: groups(modifier, modifier, modifier),
        patterns: include('bound'),
      },
    ],
  },
  bound: {
    begin: raw`\(`,
    end: raw`\)|${HEAD}`,
    captures: whole(parens),
    patterns: [
      match(raw`\b(modulus|remainder)\b`, modifier),
      ...include('comments', 'strings', 'sql', 'numbers'),
      token(raw`[A-Za-z_][\w$]*`, 'constant.language.mig'),
      ...include('marks'),
    ],
  },
  depends: {
    begin: raw`\b(depends)${GAP}(on)${GAP}(${PATH})`,
    end: raw`(?=[^\s,])|$`,
    beginCaptures: groups(modifier, modifier, 'variable.other.object.mig'),
    patterns: [match(raw`(,)${MAY_GAP}(${PATH})`, comma, 'variable.other.object.mig')],
  },
}

/** `set NAME = …` in the head of a function. */
function setting(): Rule {
  return match(raw`\b(set)\b(?=${GAP}${PATH}${MAY_GAP}=)`, modifier)
}

/** The words of Postgres in the head of a function. */
function rest(): Rule {
  return token(raw`[A-Za-z_][\w$]*`, OPTION)
}

function family(keyword: string, name: string, scope: string, ...patterns: readonly Rule[]): Rule {
  return {
    begin: raw`${START}((?:${keyword}))\b(?:${GAP}(${name}))?`,
    end: LINE,
    beginCaptures: groups(declaration, scope),
    patterns: [
      ...include('to one of the family', 'only', 'was', 'depends', 'comments'),
      ...patterns,
      ...include('literals'),
    ],
  }
}
