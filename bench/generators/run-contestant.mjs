// Generates the types of one schema by one contestant, in a process of its own: FILE SCHEMA OUTPUT
const [file = "", schema = "", output = ""] = process.argv.slice(2);
const { generateTypes } = /** @type {{ generateTypes: import("./contestants.mjs").Generate }} */ (
  await import(file)
);
await generateTypes(schema, output);
