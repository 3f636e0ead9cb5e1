import { type CheckCase, casesOf } from './check-case.ts'

/** Domains, composite types and ranges. */
export const TYPE_CASES: readonly CheckCase[] = [
  ...casesOf('MIG107', [
    ['a domain that says both', 'domain d = text? «not» null\ntable t {\n  a d\n}'],
    ['two defaults of a domain', 'domain d = int default 1 «default 2»\ntable t {\n  a d\n}'],
    ['an option of a range', '// targets postgres\nrange r = double subtype_diff float8mi «subtype_diff float8mi»'],
  ]),
  ...casesOf('MIG120', [
    ['the base of a domain', 'domain d = «nonsense»\ntable t {\n  a d\n}'],
    ['a field', '// targets postgres\ncomposite c {\n  a «nonsense»\n}'],
  ]),
  ...casesOf('MIG123', [
    ['an alias and a domain', 'type d = text\ndomain «d» = int\ntable t {\n  a d\n}', { says: 'is a type already' }],
  ]),
  ...casesOf('MIG124', [
    ['two checks of a domain', 'domain d = int check a `value > 0` check «a» `value > 1`\ntable t {\n  a d\n}'],
    ['two fields', '// targets postgres\ncomposite c {\n  a int\n  «a» text\n}'],
  ]),
  ...casesOf('MIG125', [
    ['a domain of itself', 'domain «d» = d'],
    ['a composite type of itself', '// targets postgres\ncomposite «c» {\n  a c[]\n}'],
    ['a domain of a domain', 'domain d = int\ndomain e = d\ntable t {\n  a e\n}'],
  ]),
  ...casesOf('MIG133', [['a field that may be null', '// targets postgres\ncomposite c {\n  a «int?»\n}']]),
  ...casesOf('MIG151', [['the base of a domain', 'domain d = «inet»\ntable t {\n  a d only postgres\n}']]),
  ...casesOf('MIG152', [
    [
      'items of a domain with a check',
      'domain d = int check `value > 0`\ntable t {\n  a «d[]»\n}',
      { says: 'does not look at the items', severity: 'warning' },
    ],
    [
      'items of a domain over an array',
      'domain d = int not null\ndomain e = d[]\ntable t {\n  a «e»\n}',
      { severity: 'warning' },
    ],
  ]),
  ...casesOf('MIG155', [
    ['the default of a domain', "domain d = int default «'abc'»\ntable t {\n  a d\n}"],
    ['of a column of a domain', "domain d = int\ntable t {\n  a d default «'abc'»\n}"],
    ['that fits', 'domain d = int default 5\ntable t {\n  a d default 7\n}'],
  ]),
  ...casesOf('MIG156', [
    ['the default of a domain', 'enum e {\n  one\n}\ndomain d = e default «two»\ntable t {\n  a d\n}'],
    ['that is there', 'enum e {\n  one\n}\ndomain d = e default one\ntable t {\n  a d default one\n}'],
  ]),
  ...casesOf('MIG157', [['the default of a domain', 'domain d = int not null «default null»\ntable t {\n  a d\n}']]),
  ...casesOf('MIG188', [
    ['a composite type', 'composite «c» {\n  a int\n}'],
    ['a range', 'range «r» = double'],
    ['limited', 'composite c only postgres {\n  a int\n}\ntable t {\n  a c, sqlite text\n}'],
  ]),
  ...casesOf('MIG199', [
    ['a composite type', 'composite c only postgres {\n  a int\n}\ntable t {\n  a «c»\n}', { says: 'composite type' }],
  ]),
]
