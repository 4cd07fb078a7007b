/** Groups of the suite that fail, by draft, file and description, each with the reason; an unexpected pass fails too. */
export const knownFailures: Readonly<Record<string, string>> = {};
