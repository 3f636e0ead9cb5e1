import { type AstNode, GrammarAST } from 'langium'
import type { ObjectDeclaration } from '../../generated/ast.ts'
import { ROUTINE_WORDS } from '../hover/routine-words.ts'
import type { NameKind } from '../occurrence.ts'
import { nameStyle, PLAIN, type Style, style } from './legend.ts'

/** What the words of a node are that stand in none of its children. */
export interface NodeRule {
  /** The first words, one after the other. */
  readonly first: readonly Style[]
  /** The names between brackets, or between the braces of an import. */
  readonly list?: Style
  /** What a name is that follows a certain word or sign. */
  readonly after?: Readonly<Record<string, Style>>
  /** All other words; they are modifiers unless it is said. */
  readonly rest?: Style
}

const KEYWORD = style('keyword')
const MODIFIER = style('modifier')
const HINT = style('decorator')
const VARIABLE = style('variable')
const REVISION = style('variable', 'readonly')
const TABLE = nameStyle('table')
const VALUE = nameStyle('enum value')

const words = (...first: readonly Style[]): NodeRule => ({ first })

/** A declaration: its word, its name, and the names that its options give. */
const declares = (kind: NameKind): NodeRule => ({
  first: [KEYWORD, nameStyle(kind, true)],
  after: { was: nameStyle(kind), on: TABLE, schema: nameStyle('schema'), using: VARIABLE, tablespace: VARIABLE },
})

const PLAIN_RULE = words()
const STEP: NodeRule = {
  first: [KEYWORD],
  after: { column: TABLE, constraint: TABLE, index: TABLE, table: TABLE },
  rest: KEYWORD,
}

const TABLE_RULE: NodeRule = {
  ...declares('table'),
  after: { ...declares('table').after, of: TABLE, inherits: TABLE },
}

const OBJECTS: { readonly [T in ObjectDeclaration['$type']]: NodeRule } = {
  FunctionDeclaration: declares('function'),
  ProcedureDeclaration: declares('procedure'),
  AggregateDeclaration: declares('aggregate'),
  SequenceDeclaration: declares('sequence'),
  DomainDeclaration: declares('domain'),
  CompositeDeclaration: declares('composite'),
  RangeDeclaration: declares('range'),
  MaterializedViewDeclaration: {
    ...declares('materialized view'),
    first: [KEYWORD, KEYWORD, nameStyle('materialized view', true)],
    list: nameStyle('column'),
  },
  PolicyDeclaration: { ...declares('policy'), after: { ...declares('policy').after, to: VARIABLE } },
  RuleDeclaration: declares('rule'),
  GrantDeclaration: words(KEYWORD),
  OtherDeclaration: declares('object'),
}

const RULES: Readonly<Record<string, NodeRule>> = {
  ...OBJECTS,
  FieldDeclaration: {
    first: [nameStyle('field', true)],
    after: { collate: VARIABLE, was: nameStyle('field') },
  },
  SequenceOption: { first: [], after: { by: nameStyle('column') } },
  RangeOption: words(MODIFIER, VARIABLE),
  IdentityModifier: { first: [], list: MODIFIER, after: { '(sequence': nameStyle('sequence') } },
  BoundNode: { first: [], list: MODIFIER },
  ColumnCollation: words(MODIFIER, VARIABLE),
  PrivilegeNode: { first: [VALUE], list: nameStyle('column') },
  RowSecurityMember: { first: [], rest: KEYWORD },
  OtherLine: words(KEYWORD),
  ViewColumnNode: words(nameStyle('column')),
  ProjectDeclaration: declares('project'),
  TargetsLine: words(KEYWORD),
  MigrationsLine: words(KEYWORD),
  DatabaseLine: { first: [KEYWORD, MODIFIER], after: { env: VARIABLE } },
  DefaultSchemaLine: words(KEYWORD, nameStyle('schema')),
  ImportDeclaration: { first: [KEYWORD], list: VARIABLE, rest: KEYWORD },
  ExtensionDeclaration: declares('extension'),
  SchemaDeclaration: declares('schema'),
  EnumDeclaration: declares('enum'),
  EnumValueEntry: { first: [nameStyle('enum value', true)], after: { was: VALUE } },
  RemovedEntry: { first: [HINT, VALUE], after: { '->': VALUE } },
  DroppedEntry: words(HINT, VALUE),
  MovesEntry: { first: [HINT, VALUE], after: { '->': VALUE } },
  TypeDeclaration: declares('type'),
  MixinDeclaration: declares('mixin'),
  TableDeclaration: TABLE_RULE,
  HeadOptions: { first: [], after: TABLE_RULE.after! },
  ViewDeclaration: { ...declares('view'), list: nameStyle('column') },
  TriggerDeclaration: declares('trigger'),
  ColumnDeclaration: words(nameStyle('column', true)),
  IncludeMember: words(KEYWORD, nameStyle('mixin')),
  DroppedMember: { first: [HINT, nameStyle('column')], rest: HINT },
  ReferenceModifier: { first: [], list: nameStyle('column'), after: { '->': TABLE } },
  CollateModifier: words(MODIFIER, VARIABLE),
  WasModifier: words(HINT, nameStyle('column')),
  BackfillModifier: words(HINT),
  ConvertModifier: words(HINT),
  RevertModifier: words(HINT),
  StorageParameter: { first: [style('parameter')], rest: PLAIN },
  RevisionLine: { first: [KEYWORD, REVISION], after: { after: REVISION, ',': REVISION } },
  CreatedLine: words(KEYWORD),
  LabelLine: words(KEYWORD),
  NeedsLine: { first: [KEYWORD], rest: REVISION },
  AllowLine: { first: [KEYWORD, VALUE], rest: VARIABLE },
  CreateStep: STEP,
  DropStep: STEP,
  AddStep: STEP,
  AlterStep: STEP,
  RenameObjectStep: { first: [], rest: KEYWORD },
  SqlStepNode: words(KEYWORD),
  SqlSideNode: { first: [KEYWORD], rest: KEYWORD },
}

/** The rule for the words of a node. */
export function ruleOf(node: AstNode): NodeRule {
  switch (node.$type) {
    case 'PrimaryMember':
    case 'UniqueMember':
    case 'ForeignMember':
    case 'CheckMember':
    case 'ExcludeMember':
      return memberRule(node, 'constraint', KEYWORD)
    case 'CheckModifier':
      return memberRule(node, 'constraint', MODIFIER)
    case 'IndexMember':
      return memberRule(node, 'index', ...('unique' in node && node.unique ? [KEYWORD, KEYWORD] : [KEYWORD]))
    case 'DroppedDeclaration':
      return { first: [HINT, ...kindWords(node), nameStyle(kindOf(node))], after: { on: TABLE } }
    case 'GrantDeclaration':
      return grantRule(node)
    case 'TextWord':
      return isOption(node) ? words(MODIFIER) : { first: [], rest: style('parameter') }
    case 'ObjectPath':
      return { first: [], rest: nameStyle(kindOf(node.$container ?? node)) }
    case 'RenameStep':
      return {
        first: [KEYWORD, ...kindWords(node), nameStyle(kindOf(node))],
        after: { to: nameStyle(kindOf(node)) },
        rest: KEYWORD,
      }
    default:
      return RULES[node.$type] ?? PLAIN_RULE
  }
}

function memberRule(node: AstNode, kind: NameKind, ...first: readonly Style[]): NodeRule {
  const isNamed = 'name' in node && node.name !== undefined
  return {
    first: isNamed ? [...first, nameStyle(kind, true)] : first,
    list: nameStyle('column'),
    after: { was: nameStyle(kind), using: VARIABLE, tablespace: VARIABLE, '->': TABLE },
  }
}

function kindOf(node: AstNode): NameKind {
  return 'kind' in node && typeof node.kind === 'string' ? (node.kind as NameKind) : 'table'
}

function kindWords(node: AstNode): readonly Style[] {
  return kindOf(node)
    .split(' ')
    .map(() => KEYWORD)
}

const NAMED: Readonly<Record<string, Style>> = {
  table: TABLE,
  sequence: nameStyle('sequence'),
  schema: nameStyle('schema'),
  type: nameStyle('type'),
  domain: nameStyle('domain'),
  function: nameStyle('function'),
  procedure: nameStyle('procedure'),
}

/** What a privilege is on: a table where no kind is said, whose words stand before the name otherwise. */
function grantRule(node: AstNode): NodeRule {
  const kind = 'on' in node && typeof node.on === 'string' ? node.on.split(/\s+/) : []
  const said = ['on', ...kind].map((word, at) => [word, at < kind.length ? MODIFIER : (NAMED[word] ?? named(kind))])
  return { first: [KEYWORD], after: { ...Object.fromEntries(said), to: VARIABLE, from: VARIABLE } }
}

function named(kind: readonly string[]): Style {
  return kind.length === 0 ? TABLE : VARIABLE
}

/** A word of a head that is one of Postgres, and not a name or a type. */
function isOption({ $cstNode, $container }: AstNode): boolean {
  if ($container?.$type === 'AggregateDeclaration') {
    const source = $cstNode?.grammarSource
    return GrammarAST.isRuleCall(source) && source.rule.$refText.startsWith('Aggregate')
  }
  const isHead = $container?.$type === 'FunctionDeclaration' || $container?.$type === 'ProcedureDeclaration'
  return isHead && ROUTINE_WORDS.has($cstNode?.text.toLowerCase() ?? '')
}
