/** Another runner was there first: the plan must be made anew. Never leaves this room. */
export class Overtaken extends Error {}
