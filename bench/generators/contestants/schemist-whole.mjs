import { generateOurs } from "./schemist.mjs";

/** @type {import("../contestants.mjs").Generate} */
export const generateTypes = (schema, output) => generateOurs(schema, output);
