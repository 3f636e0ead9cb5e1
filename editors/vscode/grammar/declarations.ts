import { FAMILY } from './objects.ts'
import { block, GAP, INNER_LINE, LINE, MAY_GAP, NAME, PATH, SCOPES, TAGGED } from './pieces.ts'
import { groups, include, match, type Rule, type Rules, token } from './rule.ts'

const raw = String.raw
const { declaration, modifier, hint, word, dialect, arrow, equals, space, table, value, past } = SCOPES

/** Where a declaration begins: on a line of its own, or after `create`, `drop` and `alter` in a revision. */
const START = raw`(?:^${MAY_GAP}|\G)`

/** The declarations of a schema file. */
export const DECLARATIONS: Rules = {
  declarations: {
    patterns: include(
      ...['project', 'import', 'extension', 'schema', 'enum', 'type', 'mixin', 'table', 'view', 'trigger', 'dropped'],
      'objects of the family',
    ),
  },
  project: declare('project', [space], NAME, block(...include('project line', 'rest of the line'))),
  'project line': {
    begin: raw`\b(targets|migrations|database|default_schema)\b`,
    end: INNER_LINE,
    beginCaptures: groups(word),
    patterns: [
      match(raw`(?<=default_schema)${GAP}(${NAME})`, space),
      match(raw`\b(postgres|sqlite)\b`, dialect),
      match(raw`\b(env)\b(?:${GAP}(${NAME}))?`, word, 'variable.other.environment.mig'),
      ...include('comments', 'after a comma', 'literals'),
    ],
  },
  import: {
    begin: raw`${START}(import)\b(?=${MAY_GAP}(?:['{/]|$))`,
    end: LINE,
    beginCaptures: groups('keyword.control.import.mig'),
    patterns: [
      block(token(PATH, 'variable.other.import.mig'), ...include('strings', 'sql', 'marks')),
      match(raw`\b(from)\b`, 'keyword.control.from.mig'),
      ...include('comments', 'literals'),
    ],
  },
  extension: declare(
    'extension',
    [space],
    NAME,
    match(raw`\b(schema)\b(?:${GAP}(${NAME}))?`, modifier, space),
    match(raw`\b(version)\b`, modifier),
    ...include('depends'),
  ),
  schema: declare('schema', [space], NAME),
  enum: declare('enum', [SCOPES.enum], PATH, ...include('enum values')),
  'enum values': block(
    moved('removed', arrow),
    moved('dropped'),
    moved('moves|renames', arrow),
    {
      begin: `(${NAME})`,
      end: INNER_LINE,
      beginCaptures: groups(value),
      patterns: include('was', 'comments', 'literals'),
    },
    ...include('rest of the line'),
  ),
  type: {
    begin: raw`${START}(type)${GAP}(${NAME})(?:${MAY_GAP}(=)${MAY_GAP})?`,
    end: LINE,
    beginCaptures: groups(declaration, SCOPES.type, equals),
    patterns: include('first type', 'more types', 'dialect', 'comments', 'literals'),
  },
  mixin: declare('mixin', [SCOPES.mixin], NAME, ...include('members of a table')),
  table: declare('table', [table], PATH, ...include('table options', 'members of a table')),
  'table options': {
    patterns: [
      match(raw`\b(strict|unlogged|plain)\b`, modifier),
      match(raw`\b(without)\b(?:${GAP}(rowid)\b)?`, modifier, modifier),
      match(raw`\b(force)${GAP}(row)${GAP}(security)\b`, modifier, modifier, modifier),
      match(raw`\b(row)${GAP}(security)\b`, modifier, modifier),
      match(raw`\b(partition)${GAP}(by)${GAP}(range|list|hash)\b`, modifier, modifier, modifier),
      match(raw`\b(inherits)\b(?:${GAP}(${PATH}))?`, modifier, table),
      ...include('storage options', 'column names'),
      match(raw`(,)${MAY_GAP}(${PATH})`, SCOPES.comma, table),
      ...include('only', 'was'),
    ],
  },
  'storage options': {
    patterns: [
      ...include('storage parameters'),
      match(raw`\b(using)\b(?:${GAP}(${NAME}))?`, modifier, 'support.constant.method.mig'),
      match(raw`\b(tablespace)\b(?:${GAP}(${NAME}))?`, modifier, 'variable.other.object.mig'),
      match(raw`\b(replica)${GAP}(identity)\b(?:${GAP}(full|nothing)\b)?`, modifier, modifier, modifier),
    ],
  },
  view: declare(
    'view',
    [SCOPES.view],
    PATH,
    ...include('storage parameters', 'depends', 'column names', 'view body', 'dialect'),
  ),
  'view body': block(
    ...include('dialect'),
    {
      begin: `(?!${TAGGED})(${NAME})`,
      end: INNER_LINE,
      beginCaptures: groups(SCOPES.column),
      patterns: include('comments', 'value', 'literals'),
    },
    ...include('literals'),
  ),
  trigger: {
    ...declare('trigger', [], '', ...include('firing', 'depends', 'SQL in braces', 'dialect')),
    begin: raw`${START}(trigger)\b(?:${GAP}(${NAME})(?:${GAP}(on)\b(?:${GAP}(${PATH}))?)?)?`,
    beginCaptures: groups(declaration, SCOPES.trigger, word, table),
  },
  'SQL in braces': block(...include('dialect', 'literals')),
  dropped: {
    begin: raw`${START}(dropped)${GAP}(extension|schema|enum|table|view|trigger|(?:${FAMILY}))\b(?:${GAP}(${PATH})(?:${GAP}(on)\b(?:${GAP}(${PATH}))?)?)?`,
    end: LINE,
    beginCaptures: groups(hint, declaration, past, word, table),
    patterns: include('text group', 'comments', 'literals'),
  },
}

function declare(keyword: string, names: readonly string[], name: string, ...patterns: readonly Rule[]): Rule {
  return {
    begin: raw`${START}(${keyword})\b(?:${GAP}(${name}))?`,
    end: LINE,
    beginCaptures: groups(declaration, ...names),
    patterns: [...patterns, ...include('only', 'was', 'to an object', 'comments', 'literals')],
  }
}

/** A line that says what becomes of a value; `removed was sent` is a value that is called so. */
function moved(keyword: string, to?: string): Rule {
  const target = to === undefined ? '' : raw`(?:${MAY_GAP}(->)(?:${MAY_GAP}(${NAME}))?)?`
  return {
    begin: raw`\b(${keyword})${GAP}(?!was\b${GAP}["\w])(${NAME})${target}`,
    end: INNER_LINE,
    beginCaptures: groups(hint, value, ...(to === undefined ? [] : [to, value])),
    patterns: include('comments', 'literals'),
  }
}
