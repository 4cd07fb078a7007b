import { argv } from "node:process";
import { write } from "../../src/write/write.js";
import { generateFiles } from "./generate-files.js";

/** The program that the tests kill: `node writer.js OUTPUT VERSION COUNT SIZE` writes one version of an output. */
const [output = "", version = "", count = "", size = ""] = argv.slice(2);
await write({ files: generateFiles(output, Number(version), Number(count), Number(size)) });
