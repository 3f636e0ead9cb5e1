/** Two tables of which one points at the other, with an enum, checks, a default and a unique key. */
export const USERS = `enum role {
  reader
  writer
  admin
}
table users {
  id    bigint identity primary
  email varchar(80) unique
  name  text?
  role  role default reader
  age   int? check \`age > 0\`
}
table posts {
  id      bigint identity primary
  user_id bigint -> users on delete cascade index
  title   text
  state   text check \`state in ('draft', 'shown')\`
}
`
