import { CompletionItemKind } from 'vscode-languageserver-types'
import { DIALECTS, type DialectName } from '../../../../compiler/schema/dialect.ts'
import type { Candidate } from '../candidate.ts'
import { callOf, frameOf, isWithin } from '../grammar/reading.ts'
import type { Spot } from '../spot.ts'
import { objectOf, starter } from './declarations.ts'
import { KEYWORD_WORDS } from './keyword-words.ts'
import { isFirst, isUsefulModifier } from './modifiers.ts'
import { fitsParent } from './partitions.ts'
import { phrasesFrom } from './phrases.ts'
import { isUsefulWord } from './useful-words.ts'

/** A keyword that the grammar allows, with what has to follow it, where it makes sense and is not there yet. */
export function keywordOffer(spot: Spot): readonly Candidate[] {
  const { reading, rules, scene, slot } = spot
  const word = reading.leaf.word!
  const [rule = ''] = rules
  if (slot === 'ElementRule.elements' && rules[1] === 'ElementRule' && spot.reads.length === 0)
    return starter(word, scene)
  if (slot === 'Create.object') return [objectOf(word)]
  if (rules[1] === 'Column' && rule.endsWith('Mod') && isFirst(spot) && !isUsefulModifier(rule, spot)) return []
  if (!isUsefulWord(word, spot) || isRepeated(word, spot)) return []
  return phrasesFrom(reading)
    .filter(phrase => isForTarget(phrase, spot) && !isSaidAction(phrase, spot) && fitsParent(phrase, spot))
    .map(phrase => candidate(phrase, rule, rules))
}

function candidate(phrase: string, rule: string, rules: readonly string[]): Candidate {
  const outer = rule === 'DialectName' ? rules[1] : rule
  const found = KEYWORD_WORDS[`${outer}:${phrase}`] ?? KEYWORD_WORDS[phrase]
  const { about, snippet, rank = 1 } = found ?? { about: undefined }
  const insert = snippet === undefined ? {} : { insert: /^[\w ]+/.exec(snippet)![0].trimEnd(), snippet }
  return { label: phrase, kind: CompletionItemKind.Keyword, documentation: about, rank, ...insert }
}

/** Words that can stand several times in the same thing. */
const MANY: ReadonlySet<string> = new Set(['on', 'check'])

/** Whether an option was given before: in the same call of the rule, or in another one for the same thing. */
function isRepeated(word: string, { frame, reads, rules }: Spot): boolean {
  if (word === 'on')
    return reads.filter(read => read.token.image === 'on' && read.frame.rule === 'ReferenceRule').length >= 2
  if (MANY.has(word)) return false
  if (rules[0] === 'DialectName' || /^(?:SqlRule|SqlLines)$/.test(rules[0]!)) return isSaid(word, frame, reads)
  return reads.some(
    read =>
      read.leaf.word === word &&
      read.frame.rule === frame.rule &&
      (read.frame.parent === frame.parent || callOf(read.frame) === callOf(frame)),
  )
}

/** `on delete` and `on update` are said once each. */
function isSaidAction(phrase: string, { reads, frame }: Spot): boolean {
  const [on, event] = phrase.split(' ')
  if (on !== 'on' || event === undefined) return false
  return reads.some(
    read => read.leaf.word === event && read.frame.rule === 'ReferenceRule' && read.frame.parent === frame.parent,
  )
}

/** Whether the name of a database stands before in the same list. */
function isSaid(word: string, frame: Spot['frame'], reads: Spot['reads']): boolean {
  const list = frameOf(frame, 'SqlRule', 'SqlLines', 'Targets', 'Column', 'TypeAlias')
  if (list === undefined) return false
  const rule = frame.rule === 'DialectName' ? frame.parent?.rule : frame.rule
  return reads.some(read => {
    const own = read.frame.rule === 'DialectName' ? read.frame.parent?.rule : read.frame.rule
    return read.leaf.word === word && own === rule && isWithin(read.frame, list)
  })
}

/** The names of databases that the project is not compiled for help nobody. */
function isForTarget(phrase: string, { scene, rules }: Spot): boolean {
  const dialect = DIALECTS.find(name => phrase === name || phrase.endsWith(` ${name}`)) as DialectName | undefined
  if (dialect === undefined || rules.includes('TargetRule') || scene.targets.length === 0) return true
  if (phrase.startsWith('only') || rules.includes('Spelling') || rules.includes('SqlRule'))
    return scene.targets.length > 1 && scene.targets.includes(dialect)
  return scene.targets.includes(dialect)
}
