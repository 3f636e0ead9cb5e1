import { doBlock } from '../../compiler/dialects/postgres/quote.ts'
import type { Connection } from '../connection.ts'
import { type FillTable, quoted } from './fill-table.ts'

/** A choice of values for some columns of a table, in their order; null is the missing value. */
export type Choice = readonly (string | null)[]

/** What is asked of choices: the columns of a table that they are for, and the conditions over these columns. */
export interface Probe {
  readonly table: FillTable
  readonly columns: readonly string[]
  readonly conditions: readonly string[]
}

/** Those of some choices that the columns of a table of Postgres take and that pass conditions over them; one question. */
export async function choicesThatFit(connection: Connection, probe: Probe, choices: readonly Choice[]) {
  const { table, columns, conditions } = probe
  const types = columns.map(name => `${table.sql}.${quoted(name)}%type`)
  const row = columns.map((name, at) => `mig_v${at} as ${quoted(name)}`).join(', ')
  const test = conditions.map(condition => `(${condition}\n) is not false`).join(' and ') || 'true'
  const passes = `select ${test} into mig_passes from (select ${row}) as ${quoted(table.name)};`
  return ask(connection, types, passes, choices)
}

/** Those of some texts that are values of a type of Postgres: a domain says itself what it takes. */
export async function textsOfType(connection: Connection, type: string, texts: readonly string[]) {
  const found = await ask(
    connection,
    [type],
    'mig_passes := true;',
    texts.map(text => [text]),
  )
  return found.map(([text]) => text!)
}

/**
 * A variable that begins with a text reads it as its type does, and asks a domain; one of a domain that is NOT NULL must begin
 * with something (PL/pgSQL, Declarations).
 */
async function ask(
  connection: Connection,
  types: readonly string[],
  passes: string,
  choices: readonly Choice[],
): Promise<readonly Choice[]> {
  if (choices.length === 0) return []
  const texts = choices.map(choice => `array[${choice.map(inQuotes).join(', ')}]`).join(', ')
  const block = doBlock(`declare
mig_choice text[]; mig_passes boolean; mig_fits jsonb := '[]';
begin
foreach mig_choice slice 1 in array array[${texts}]::text[] loop
begin
declare
${types.map((type, at) => `mig_v${at} ${type} := mig_choice[${at + 1}];`).join('\n')}
begin
${passes}
if mig_passes then mig_fits := mig_fits || jsonb_build_array(to_jsonb(mig_choice)); end if;
end;
exception when others then null; end;
end loop;
perform set_config('mig.fits', mig_fits::text, true);
end`)
  const answer = await connection.query(`${block};\nselect current_setting('mig.fits') as fits`).catch(() => [])
  return JSON.parse(String(answer[0]?.fits ?? '[]'))
}

/** Those of some choices, written as SQL, that pass conditions over columns of a table of SQLite. */
export async function literalsThatFit(connection: Connection, probe: Probe, choices: readonly (readonly string[])[]) {
  const { table, columns, conditions } = probe
  const test = conditions.map(condition => `coalesce((${condition}\n), 1)`).join(' and ') || '1'
  const named = columns.map((name, place) => `column${place + 2} as ${quoted(name)}`).join(', ')
  const passing = (some: readonly (readonly string[])[]) => {
    const rows = some.map((choice, at) => `(${at}, ${choice.join(', ')})`).join(',\n')
    return connection.query(
      `select mig_at from (select column1 as mig_at, ${named} from (values ${rows})) as ${quoted(table.name)} where ${test} order by 1`,
    )
  }
  const all = choices.length === 0 ? [] : await passing(choices).catch(() => undefined)
  if (all !== undefined) return all.map(({ mig_at }) => choices[Number(mig_at)]!)
  const found: (readonly string[])[] = []
  for (const choice of choices) if ((await passing([choice]).catch(() => [])).length > 0) found.push(choice)
  return found
}

function inQuotes(text: string | null): string {
  return text === null ? 'null' : `'${text.replaceAll("'", "''")}'`
}
