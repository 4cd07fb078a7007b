import type { CanonicalSchema } from "../schema/schema-graph.js";
import type { Change } from "./change.js";
import type { Drafter, Question } from "./draft-change.js";
import { showValue } from "./show.js";

/** What of a schema says which properties may be there without being named. */
const closing = [
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "maxProperties",
] as const;

/** `properties` and `required`; properties that both versions have are compared as pairs of their own. */
export function compareProperties(drafter: Drafter): Change[] {
  const { old, new: updated } = drafter;
  const [before, after] = [keysOf(old), keysOf(updated)];
  const added = [...after].filter((key) => !before.has(key));
  const removed = [...before].filter((key) => !after.has(key));
  return [
    ...added.map((key) => addProperty(drafter, key)),
    ...removed.map((key) => removeProperty(drafter, key)),
    ...compareRequired(drafter, new Set([...added, ...removed])),
  ];
}

function keysOf({ properties }: CanonicalSchema): ReadonlySet<string> {
  return new Set(properties?.keys());
}

/** The schema with nothing but one property. */
function onlyProperty(schema: CanonicalSchema, key: string): CanonicalSchema {
  const id = schema.properties?.get(key);
  const isRequired = schema.required?.includes(key) === true;
  return {
    ...(id === undefined ? {} : { properties: new Map([[key, id]]) }),
    ...(isRequired ? { required: [key] } : {}),
  };
}

function addProperty(drafter: Drafter, key: string): Change {
  const isRequired = drafter.new.required?.includes(key) === true;
  const what = `The ${isRequired ? "required" : "optional"} property ${showValue(key)} is new.`;
  return drafter.draft("property-added", what, {
    readers: { keywords: closing },
    writers: { keywords: ["properties", "required"], schema: onlyProperty(drafter.new, key) },
  });
}

function removeProperty(drafter: Drafter, key: string): Change {
  const isRequired = drafter.old.required?.includes(key) === true;
  const what = `The ${isRequired ? "required" : "optional"} property ${showValue(key)} is gone.`;
  return drafter.draft("property-removed", what, {
    readers: { keywords: ["properties", "required"], schema: onlyProperty(drafter.old, key) },
    writers: { keywords: closing },
    // Code that reads it no longer compiles.
    consumers: "breaking",
  });
}

function compareRequired(drafter: Drafter, told: ReadonlySet<string>): Change[] {
  const [before, after] = [new Set(drafter.old.required), new Set(drafter.new.required)];
  const ask = (key: string): Question => ({ keywords: ["required"], schema: { required: [key] } });
  const added = [...after].filter((key) => !before.has(key) && !told.has(key));
  const removed = [...before].filter((key) => !after.has(key) && !told.has(key));
  return [
    ...added.map((key) =>
      drafter.draft("property-required", `The property ${showValue(key)} is required.`, {
        writers: ask(key),
      }),
    ),
    ...removed.map((key) =>
      drafter.draft("property-optional", `The property ${showValue(key)} is no longer required.`, {
        readers: ask(key),
      }),
    ),
  ];
}

const rests = ["additionalProperties", "unevaluatedProperties"] as const;

/** What other properties may be; where both versions give them a schema, those are compared as a pair. */
export function compareAdditional(drafter: Drafter): Change[] {
  return rests.flatMap((keyword) => {
    const [before, after] = [isOpen(drafter, "old", keyword), isOpen(drafter, "new", keyword)];
    if (
      before === after ||
      (before === undefined && after === true) ||
      (before === true && after === undefined)
    )
      return [];
    const asked = { keywords: [keyword] } as const;
    if (after === false)
      return [
        drafter.draft("additional-closed", "Other properties are refused.", {
          readers: asked,
          writers: asked,
        }),
      ];
    if (before === false)
      return [
        drafter.draft("additional-opened", "Other properties are accepted.", {
          readers: asked,
          writers: asked,
        }),
      ];
    const isNew = after === "schema";
    const what = isNew ? "Other properties have a schema." : "Other properties may be anything.";
    return [
      drafter.draft(isNew ? "check-tighter" : "check-looser", what, { readers: asked, writers: asked }),
    ];
  });
}

/** Whether what both versions say of other properties is to be compared further; so is all under other keywords. */
export function haveSchemas(drafter: Drafter, keyword: keyof CanonicalSchema): boolean {
  const rest = rests.find((each) => each === keyword);
  return !rest || (isOpen(drafter, "old", rest) === "schema" && isOpen(drafter, "new", rest) === "schema");
}

function isOpen(
  { judge, ...sides }: Drafter,
  side: "old" | "new",
  keyword: (typeof rests)[number],
): boolean | "schema" | undefined {
  const id = sides[side][keyword];
  if (id === undefined) return undefined;
  const { schema } = judge.space.nodeOf(judge.space.factsOf(id).resolve(id));
  if (judge.space.factsOf(id).types(id) === 0) return false;
  return schema === true || Object.keys(schema).length === 0 ? true : "schema";
}
