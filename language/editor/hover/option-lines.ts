const MEAN = 'aggregate mean(numeric) sfunc added stype numeric[] finalfunc divided'
const MOVING = 'aggregate total(int) sfunc int4pl stype int msfunc int4pl minvfunc int4mi mstype int'
const SPAN = 'range span = real subtype_diff float4mi'
const STEPS = 'sequence steps as smallint'
const OWN = 'policy own on orders for select using `true`'

/** Options of aggregates, ranges, sequences, policies and grants: words, what they mean, an example. */
export const OPTION_LINES: readonly (readonly [words: string, text: string, example: string])[] = [
  ['sfunc', 'The function that takes the state and the next row, and gives the new state.', MEAN],
  ['stype', 'The type of the state.', MEAN],
  ['sspace', 'How many bytes a state takes, as the planner reckons.', `${MEAN} sspace 48`],
  ['finalfunc', 'The function that makes the result of the last state; without it the state is the result.', MEAN],
  [
    'finalfunc_extra',
    'The final function gets the arguments, too, as nulls: for results whose type follows from them.',
    `${MEAN} finalfunc_extra`,
  ],
  [
    'mfinalfunc_extra',
    'As `finalfunc_extra`, for a window whose start moves on.',
    `${MOVING} mfinalfunc divided mfinalfunc_extra`,
  ],
  [
    'finalfunc_modify',
    '`read_only`, `shareable` or `read_write`: whether the final function changes the state.',
    `${MEAN} finalfunc_modify read_write`,
  ],
  [
    'mfinalfunc_modify',
    'As `finalfunc_modify`, for a window whose start moves on.',
    `${MOVING} mfinalfunc divided mfinalfunc_modify read_write`,
  ],
  ['combinefunc', 'The function that makes one state of two: parallel workers need it.', `${MEAN} combinefunc joined`],
  [
    'serialfunc',
    'How a worker hands over a state of the type `internal`.',
    'aggregate mean(int) sfunc added stype internal serialfunc packed deserialfunc unpacked',
  ],
  [
    'deserialfunc',
    'How a state that `serialfunc` has packed is unpacked.',
    'aggregate mean(int) sfunc added stype internal serialfunc packed deserialfunc unpacked',
  ],
  [
    'initcond',
    'The first state, as a text; null unless it is said.',
    "aggregate total(int) sfunc int4pl stype int initcond '0'",
  ],
  ['minitcond', 'As `initcond`, for a window whose start moves on.', `${MOVING} minitcond '0'`],
  ['msfunc', 'As `sfunc`, for a window whose start moves on.', MOVING],
  ['minvfunc', 'The function that takes a row out of the state again, when the window has passed it.', MOVING],
  ['mstype', 'As `stype`, for a window whose start moves on.', MOVING],
  ['msspace', 'As `sspace`, for a window whose start moves on.', `${MOVING} msspace 48`],
  ['mfinalfunc', 'As `finalfunc`, for a window whose start moves on.', `${MOVING} mfinalfunc divided`],
  [
    'sortop',
    'The operator by which an index answers it at once, as it does for `min` and `max`.',
    'aggregate longest(int) sfunc int4larger stype int sortop `>`',
  ],
  [
    'parallel',
    '`parallel safe`, `restricted` or `unsafe`: whether the workers of a query may run it; `unsafe` unless it is said.',
    `${MEAN} parallel safe`,
  ],
  [
    'hypothetical',
    'It tells what a row would be if it were in the group; its arguments stand behind `order by`.',
    'aggregate own_rank(variadic "any" order by variadic "any") sfunc ordered_set_transition_multi stype internal finalfunc rank_final hypothetical',
  ],
  [
    'subtype_opclass',
    'The operator class by which the values are compared: the default one of their type unless it is said.',
    'range span = real subtype_opclass float4_ops',
  ],
  ['collation', 'The collation by which texts are compared.', 'range words = text collation "C"'],
  [
    'canonical',
    'The function that writes equal ranges alike: `[1,2]` as `[1,3)`.',
    'range blocks = int canonical blocks_canonical',
  ],
  ['subtype_diff', 'The function that says how far apart two values are: GiST indexes are better with it.', SPAN],
  [
    'multirange_type_name',
    'What the type of several ranges is called: a name made of this one unless it is said (Postgres 14).',
    'range span = real multirange_type_name spans',
  ],
  ['smallint@SequenceOption', 'Numbers up to 32767.', STEPS],
  ['int@SequenceOption', 'Numbers up to 2147483647.', 'sequence steps as int'],
  ['integer@SequenceOption', 'Numbers up to 2147483647.', 'sequence steps as integer'],
  ['bigint@SequenceOption', 'Numbers of 64 bits; so it is unless it is said.', 'sequence steps as bigint'],
  ['no@SequenceOption', '`no min`, `no max`: the limit that its type has.', 'sequence steps no max'],
  [
    'as@PolicyDeclaration',
    '`as permissive` or `as restrictive`: whether it allows rows, or forbids them.',
    'policy own on orders as restrictive using `true`',
  ],
  ['all@PolicyDeclaration', 'Each statement; so it is unless it is said.', 'policy own on orders for all using `true`'],
  ['select@PolicyDeclaration', 'The rows that are read, also by `update` and `delete` that look at them.', OWN],
  [
    'insert@PolicyDeclaration',
    'The rows that are added; it has `check`, and no `using`.',
    'policy own on orders for insert check `true`',
  ],
  [
    'update@PolicyDeclaration',
    'The rows that are changed: `using` as they are, `check` as they will be.',
    'policy own on orders for update using `true`',
  ],
  [
    'delete@PolicyDeclaration',
    'The rows that are deleted; it has `using`, and no `check`.',
    'policy own on orders for delete using `true`',
  ],
  [
    'table@GrantDeclaration',
    'A table or view of this name, where the name alone would mean something else.',
    'grant select on table database to app',
  ],
  [
    'language@GrantDeclaration',
    'A language in which functions can be written.',
    'revoke usage on language plpgsql from public',
  ],
  [
    'foreign@GrantDeclaration server@GrantDeclaration',
    '`foreign server`: another database that tables are read from.',
    'grant usage on foreign server warehouse to app',
  ],
  [
    'wrapper@GrantDeclaration data@GrantDeclaration',
    '`foreign data wrapper`: what reads other databases.',
    'grant usage on foreign data wrapper files to app',
  ],
  ['to@RenameObjectStep', 'The new name.', 'rename sequence a to b'],
]
