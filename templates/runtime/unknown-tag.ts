import type { IssueCollector } from "./issue-collector.js";
import { nearestName } from "./nearest-name.js";
import type { TagLiteral } from "./tag-literal.js";
import type { ValidationPath } from "./validation-path.js";

/** Adds that the tag at `path`, or the one called `name`, is none of the known ones; the message lists them and names the nearest. */
export function addUnknownTag(
  issues: IssueCollector,
  path: ValidationPath | undefined,
  keyword: string,
  schema: string,
  value: unknown,
  known: readonly TagLiteral[],
  name?: string,
): void {
  if (issues.isFull) return;
  const expected = listTags(known);
  const names = known.filter((tag): tag is string => typeof tag === "string");
  const nearest = typeof value === "string" ? nearestName(value, names) : undefined;
  const question = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
  const subject = name === undefined ? "" : `${name} `;
  issues.add(path, keyword, schema, value, expected, `${subject}must be one of ${expected}${question}`);
}

const listedTags = 10;

function listTags(tags: readonly TagLiteral[]): string {
  const listed = tags.slice(0, listedTags).map((tag) => JSON.stringify(tag));
  const rest = tags.length - listed.length;
  return `${listed.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
