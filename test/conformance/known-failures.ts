/**
 * Groups of the suite that fail, as `draft/file: description` or `draft, optional/format/file: description`, each with the reason. An
 * unexpected pass fails too.
 */
export const knownFailures: Readonly<Record<string, string>> = {};
