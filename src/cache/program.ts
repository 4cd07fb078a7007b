declare const SCHEMIST_PROGRAM: string | undefined;

/** Stands for the program that runs, down to its last line: what another one has kept is not read. */
export const program = typeof SCHEMIST_PROGRAM === "string" ? SCHEMIST_PROGRAM : "unbuilt";
