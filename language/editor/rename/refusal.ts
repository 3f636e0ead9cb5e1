/** Why something cannot be renamed, in a sentence for the one who asked. */
export interface Refusal {
  readonly refused: string
}

/** Refuses, with the reason. */
export function refuse(refused: string): Refusal {
  return { refused }
}

/** Whether an answer is a refusal. */
export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer
}
