/** A revision as the graph sees it; `needs` may name a revision by its id or by its label. */
export interface RevisionNode {
  readonly id: string
  readonly parents: readonly string[]
  readonly needs: readonly string[]
  readonly labels: readonly string[]
}
