/** The names under which a config is looked for in a folder, the first one found counts; package.json by its key `schemist`. */
export const configPlaces: readonly string[] = [
  "schemist.config.ts",
  "schemist.config.mts",
  "schemist.config.js",
  "schemist.config.mjs",
  "schemist.config.json",
  "schemist.config.yaml",
  "package.json",
];
