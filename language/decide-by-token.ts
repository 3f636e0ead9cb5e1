import type { IToken, TokenType } from 'chevrotain'

/** What `LLStarLookaheadStrategy` knows of a grammar (chevrotain-allstar 0.5, all-star-lookahead.ts and atn.ts). */
export interface LookaheadStrategy {
  readonly atn: { readonly decisionMap: Readonly<Record<string, State>> }
  readonly callers: ReadonlyMap<unknown, readonly State[]>
  buildLookaheadForOptional(options: OptionalPart): Enters
}

/** A part of a rule that may be left out, or repeated. */
interface OptionalPart {
  readonly rule: { readonly name: string }
  readonly prodType: string
  readonly prodOccurrence: number
}

type Enters = (this: { LA_FAST(howMuch: number): IToken }) => boolean

interface State {
  readonly type: number
  readonly rule: unknown
  readonly transitions: readonly { readonly target: State; readonly tokenType?: TokenType }[]
}

const RULE_STOP = 7

/**
 * Lets one token decide whether an optional part is entered, wherever one can: a part whose first token fits is
 * entered even if the second does not, so that the error is said where the text goes wrong, and nothing has to be predicted.
 */
export function decideByToken(strategy: LookaheadStrategy): void {
  const predicting = strategy.buildLookaheadForOptional.bind(strategy)
  strategy.buildLookaheadForOptional = part => {
    const predict = predicting(part)
    const decision = strategy.atn.decisionMap[`${part.rule.name}_${part.prodType}_${part.prodOccurrence}`]
    const [inside, behind] = decision?.transitions ?? []
    if (inside === undefined || behind === undefined || part.prodType.endsWith('Separator')) return predict
    const enter = firstKinds(inside.target, strategy.callers)
    const leave = firstKinds(behind.target, strategy.callers)
    return function () {
      const kind = this.LA_FAST(1).tokenTypeIdx
      return enter.has(kind) && (!leave.has(kind) || predict.call(this))
    }
  }
}

/** The kinds of tokens that may come next; behind the end of a rule, those that may follow any of its calls. */
function firstKinds(start: State, callers: LookaheadStrategy['callers']): ReadonlySet<number> {
  const kinds = new Set<number>()
  const seen = new Set([start])
  for (const state of seen) {
    if (state.type === RULE_STOP) for (const next of callers.get(state.rule) ?? []) seen.add(next)
    else
      for (const { target, tokenType } of state.transitions) {
        if (tokenType === undefined) seen.add(target)
        else for (const kind of [tokenType.tokenTypeIdx!, ...tokenType.categoryMatches!]) kinds.add(kind)
      }
  }
  return kinds
}
