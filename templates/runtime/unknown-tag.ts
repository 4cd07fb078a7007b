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
  const nearest = known.length > 1 ? nearestTag(value, known) : undefined;
  const question =
    nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
  const subject = name === undefined ? "" : `${name} `;
  issues.add(
    path,
    keyword,
    schema,
    value,
    listTags(known),
    `${subject}must be ${oneOf(known)}${question}`,
  );
}

/** Adds that the object at `path` has no tag; the message lists the known ones. */
export function addMissingTag(
  issues: IssueCollector,
  path: ValidationPath | undefined,
  name: string,
  schema: string,
  known: readonly TagLiteral[],
  keyword = "required",
): void {
  if (issues.isFull) return;
  issues.addRequired(
    path,
    name,
    schema,
    keyword,
    `the tag \`${name}\` is missing; expected ${oneOf(known)}`,
  );
}

/** A tag that reads as the value does, though it is of another type; of texts, one that is spelled much the same. */
function nearestTag(
  value: unknown,
  known: readonly TagLiteral[],
): TagLiteral | undefined {
  if (typeof value === "object" && value !== null) return undefined;
  const alike = known.find((tag) => String(tag) === String(value));
  if (alike !== undefined || typeof value !== "string") return alike;
  return nearestName(
    value,
    known.filter((tag): tag is string => typeof tag === "string"),
  );
}

function oneOf(tags: readonly TagLiteral[]): string {
  return tags.length > 1 ? `one of ${listTags(tags)}` : listTags(tags);
}

const listedTags = 10;

function listTags(tags: readonly TagLiteral[]): string {
  const listed = tags.slice(0, listedTags).map((tag) => JSON.stringify(tag));
  const rest = tags.length - listed.length;
  return `${listed.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
