/** What only Prettier knows how to lay out. */
export class UnknownConstruct extends Error {}
