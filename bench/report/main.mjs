// Writes what the bench brought into docs/performance.md, between its marks, and a plot beside it for each question.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { printGoals } from "./judge-goals.mjs";
import { printEnvironment } from "./print-tables.mjs";
import { readResults } from "./read-results.mjs";
import { sections } from "./sections.mjs";

const page = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));
const plots = fileURLToPath(new URL("../../docs/performance/", import.meta.url));

/** @type {(text: string, name: string, body: string) => string} */
function fill(text, name, body) {
  const [start, end] = [`<!-- bench: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no marks ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${body}\n\n${text.slice(to)}`;
}

mkdirSync(plots, { recursive: true });
let text = fill(readFileSync(page, "utf8"), "goals", printGoals(readResults));
for (const [question, { title, plot, print }] of Object.entries(sections)) {
  const results = readResults(question);
  if (!results) {
    text = fill(text, question, "Not measured yet.");
    continue;
  }
  if (plot) writeFileSync(`${plots}${question}.svg`, plot(title, results.unit, results.rows));
  const image = plot ? [`![${title}](performance/${question}.svg)`] : [];
  text = fill(text, question, [...image, results.note, print(results)].join("\n\n"));
}
const measured = readResults("generators");
if (measured) text = fill(text, "machine", printEnvironment(measured.environment));
const options = await resolveConfig(page);
writeFileSync(page, await format(text, { ...options, parser: "markdown" }));
