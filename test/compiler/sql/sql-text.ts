import fc from 'fast-check'

const PIECES = [
  ...`select from where group by order having limit union all with recursive as on using natural join left case when then
  else end and or not in is null between exists cast values insert into update set delete merge returning conflict do
  create table view index trigger begin atomic after before instead of for each row references primary key check unique
  default generated always stored over partition rows filter within distinct lateral only array interval at time zone
  collate date extract trim a b c t u x "A" "b" [c] \`d\` [e f] 'a' 'it''s' e'\\\\' $$ $x$ 1 2.5 .5 ( ( ( ) ) ) [ ] , , . . ;
  ; :: -> ->> = <> != < > + - * / || ? :x $1 -- /* */ ' " \`[ { } \\`.split(/\s+/),
  '\n',
  ' -- note\n',
  ' /* note */ ',
  '\u0000',
  'é',
]

/** Text that is SQL, nearly SQL, or nothing of the kind. */
export function sqlText(): fc.Arbitrary<string> {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 })
  return fc.oneof(
    { weight: 4, arbitrary: pieces.map(list => list.join(' ')) },
    { weight: 1, arbitrary: pieces.map(list => list.join('')) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
  )
}
