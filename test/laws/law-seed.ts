/**
 * The seed of the laws. The suite draws the same schemas and edits each time, so that what it says is about the change at hand; other ones
 * are drawn by `MIG_LAW_SEED` and, in great numbers, by `scripts/laws.ts`.
 */
export const lawSeed = Number(process.env.MIG_LAW_SEED ?? 1)
