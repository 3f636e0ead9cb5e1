import { CompletionItemKind } from 'vscode-languageserver-types'
import type { DialectName } from '../../../../compiler/schema/dialect.ts'
import { writeDotted } from '../../../literals/name-literal.ts'
import type { Candidate } from '../candidate.ts'
import type { Offer, Spot } from '../spot.ts'

const METHODS: readonly (readonly [string, string])[] = [
  ['btree', 'Equality, ranges and sorting: what an index is unless it is said.'],
  ['gin', 'Values with many parts: jsonb, arrays, full text search.'],
  ['gist', 'Ranges, shapes, nearest neighbours, exclusion.'],
  ['brin', 'Very large tables whose rows lie in the order of the column.'],
  ['hash', 'Equality only.'],
  ['spgist', 'Trees that split space: points, texts with common beginnings.'],
  ['hnsw', 'Nearest neighbours of vectors; of the extension `vector`.'],
  ['ivfflat', 'Nearest neighbours of vectors in lists; of the extension `vector`.'],
]

/** The methods of an index. */
export const methodOffer: Offer = () => described(METHODS, CompletionItemKind.Constant)

/** The methods of an exclusion: most operators are those of GiST. */
export const exclusionOffer: Offer = spot =>
  methodOffer(spot).map(item => (item.label === 'gist' ? { ...item, rank: -1 } : item))

const CLASSES: readonly (readonly [string, string])[] = [
  ['text_pattern_ops', '`like` with a known beginning, in any locale.'],
  ['varchar_pattern_ops', 'The same for `varchar`.'],
  ['jsonb_path_ops', '`@>` on jsonb alone: smaller and faster, with `using gin`.'],
  ['jsonb_ops', 'All operators of jsonb, with `using gin`.'],
  ['gin_trgm_ops', '`like` and similarity anywhere in a text, with `using gin`; of the extension `pg_trgm`.'],
  ['gist_trgm_ops', 'The same with `using gist`.'],
  ['inet_ops', 'Addresses, with `using gist`.'],
  ['vector_cosine_ops', 'The angle between vectors; of the extension `vector`.'],
  ['vector_l2_ops', 'The distance of vectors; of the extension `vector`.'],
]

/** The operator classes of a key of an index. */
export const classOffer: Offer = ({ scene }) =>
  scene.targets.includes('postgres')
    ? described(CLASSES, CompletionItemKind.Constant).map(item => ({ ...item, rank: 5 }))
    : []

const COLLATIONS: Readonly<Record<DialectName, readonly (readonly [string, string])[]>> = {
  postgres: [
    ['C', 'By bytes.'],
    ['POSIX', 'By bytes.'],
    ['en_US.utf8', 'As the C library of the server has it.'],
    ['und-x-icu', 'By the rules of Unicode, for any language.'],
    ['unicode', 'By the rules of Unicode (Postgres 16).'],
  ],
  sqlite: [
    ['nocase', 'Without regard to the case of ASCII letters.'],
    ['binary', 'By bytes: what is meant unless it is said.'],
    ['rtrim', 'By bytes, without blanks at the end.'],
  ],
}

/** The collations of the databases that the line is for. */
export const collationOffer: Offer = spot =>
  dialectsOf(spot).flatMap(dialect =>
    described(COLLATIONS[dialect], CompletionItemKind.Constant).map(item => ({
      ...item,
      insert: writeDotted(item.label),
      detail: `only in ${dialect === 'postgres' ? 'Postgres' : 'SQLite'}`,
    })),
  )

function dialectsOf({ scene, reads }: Spot): readonly DialectName[] {
  const at = reads.findIndex(read => read.token.image === 'only')
  const said = reads[at + 1]?.token.image
  return at >= 0 && (said === 'postgres' || said === 'sqlite') ? [said] : scene.targets
}

const PARAMETERS: readonly (readonly [string, string])[] = [
  ['fillfactor', 'How full a page is made, in percent.'],
  ['fastupdate', 'Whether a gin index collects changes: `on` or `off`.'],
  ['deduplicate_items', 'Whether equal keys are kept once: `on` or `off`.'],
  ['pages_per_range', 'How many pages one entry of a brin index stands for.'],
  ['autosummarize', 'Whether a brin index takes up new pages by itself: `on` or `off`.'],
  ['gin_pending_list_limit', 'How large the collected changes of a gin index may grow, in kB.'],
  ['buffering', 'How a gist index is built: `auto`, `on` or `off`.'],
]

/** The storage parameters of an index. */
export const parameterOffer: Offer = () =>
  described(PARAMETERS, CompletionItemKind.Property).map(item => ({ ...item, insert: `${item.label} = ` }))

function described(words: readonly (readonly [string, string])[], kind: CompletionItemKind): readonly Candidate[] {
  return words.map(([label, documentation]) => ({ label, kind, documentation, rank: 0 }))
}
