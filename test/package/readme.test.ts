import { format } from "prettier";
import { describe, expect, it } from "vitest";
import type { PackageContext } from "../../src/package/package-context.js";
import { printReadme } from "../../src/package/readme.js";
import { unknownVariantOf } from "../../src/types/type-model.js";
import type { Union } from "../../src/unions/unions.js";
import {
  contextOf,
  declarationNames,
  graphOf,
  inputOf,
  namesOf,
  nodeOf,
  shapesNames,
  shapeUnion,
  shapeUnionNames,
} from "./shapes-package.js";

function printFormatted(context: PackageContext): Promise<string> {
  return format(printReadme(context, "@example/shapes").join("\n\n"), { parser: "markdown" });
}

/** Of the README the part under a heading. */
async function printSection(context: PackageContext, heading: string): Promise<string> {
  const text = await printFormatted(context);
  return (
    text
      .split(/^## /m)
      .find((section) => section.startsWith(`${heading}\n`))
      ?.slice(heading.length)
      .trim() ?? ""
  );
}

const person = {
  graph: graphOf(nodeOf({ id: "person", schema: {} })),
  names: namesOf({ person: "Person" }),
  unions: new Map<string, Union>(),
};

describe("printReadme", () => {
  it("is about all schemas where a whole API description is generated from", async () => {
    const context = contextOf({
      ...person,
      graph: { ...person.graph, roots: [] },
      documents: [{ file: "apis/shop.openapi.yaml", digest: "" }],
    });
    const text = await printFormatted(context);
    expect(text).toContain("\nTypeScript types and guards for shop.openapi.yaml.\n");
    const about = { title: "Shop", description: "What a shop sends. It is JSON." };
    const described = { ...context, documents: [{ file: "shop.yaml", digest: "", about }] };
    expect(await printFormatted(described)).toContain("\nWhat a shop sends.\n");
    expect(text).toContain("for all schemas of `shop.openapi.yaml`. It has no dependencies.");
    expect(text).toContain("import { isPerson, parsePerson, type Person } from");
  });

  it("says what the package is, how to use it, and what it holds", async () => {
    expect(await printFormatted(contextOf())).toBe(`# @example/shapes

Anything that can be drawn.

This package holds TypeScript types, type guards that decide as the schema does, validators that say what is wrong, helpers that tell variants apart, Standard Schemas for libraries that take them, and the JSON Schema itself as \`schema.json\`, for \`Shape\` and all that it refers to. It has no dependencies.

\`\`\`sh
npm install @example/shapes
\`\`\`

## Usage

\`\`\`ts
import { isShape, matchShape } from "@example/shapes";

/** Tells what a value from outside is. */
export function describeValue(value: unknown): string {
  if (!isShape(value)) return "something else";
  // The value is of type \`Shape\` from here on, and each handler takes one of its variants.
  return matchShape(value, {
    circle: () => "Circle",
    square: () => "Square",
  });
}
\`\`\`

## Variants of \`Shape\`

| \`kind\`     | Type     | Guard      |
| ---------- | -------- | ---------- |
| \`"circle"\` | \`Circle\` | \`isCircle\` |
| \`"square"\` | \`Square\` | \`isSquare\` |

## Types

| Type     | Guard      | What it is                                |
| -------- | ---------- | ----------------------------------------- |
| \`Shape\`  | \`isShape\`  | Anything that can be drawn.               |
| \`Circle\` | \`isCircle\` | All points at one distance from a center. |
| \`Square\` | \`isSquare\` |                                           |
`);
  });

  it("shows filtering and parsing where there is no union", async () => {
    expect(await printSection(contextOf(person), "Usage")).toBe(`\`\`\`ts
import { isPerson, parsePerson, type Person } from "@example/shapes";

/** Keeps the valid values, and tells TypeScript what they are. */
export function keepValid(values: readonly unknown[]): Person[] {
  return values.flatMap((value) => (isPerson(value) ? [value] : []));
}

/** Tells what is wrong with a text, if anything is. */
export function findProblems(text: string): string[] {
  const result = parsePerson(text);
  return result.ok
    ? []
    : result.issues.map(({ pointer, message }) => \`\${pointer} \${message}\`);
}
\`\`\``);
  });

  it("shows only what the package holds", async () => {
    const context = contextOf({ ...person, input: inputOf({ runtime: [] }) });
    const text = await printFormatted(context);
    expect(text).toContain(
      "This package holds TypeScript types, and the JSON Schema itself as `schema.json`, for `Person`",
    );
    expect(text).toContain('import { type Person } from "@example/shapes";');
    expect(text).not.toContain("isPerson");
  });

  it("describes variants without guards where there are none", async () => {
    const context = contextOf({ input: inputOf({ runtime: ["validators"] }) });
    expect(await printSection(context, "Variants of `Shape`")).toBe(`| \`kind\`     | Type     |
| ---------- | -------- |
| \`"circle"\` | \`Circle\` |
| \`"square"\` | \`Square\` |`);
  });

  it("uses the configured description", async () => {
    const options = { name: "@example/shapes", version: "1.0.0", description: "All <b>shapes</b>.\nHere" };
    const text = await printFormatted(contextOf({ input: inputOf({ package: options }) }));
    expect(text).toContain("\n\nAll \\<b\\>shapes\\</b\\>. Here\n\n");
  });
});

describe("printReadme of a union with two tags", () => {
  const leaf = (id: string, value: string) => ({ id, value, branches: ["a"], isCut: true, isOfUnion: false });
  const union: Union = {
    node: "event",
    form: "branches",
    tags: [
      { kind: "property", path: ["context", "resource"], values: ["rooms", "mee|tings"] },
      { kind: "property", path: ["type"], values: ["created", "ended"] },
    ],
    branches: [],
    variants: [
      {
        id: "v1",
        value: "rooms",
        branches: ["a"],
        isCut: true,
        isOfUnion: false,
        leaves: [leaf("l1", "created"), leaf("l2", "ended")],
      },
      {
        id: "v2",
        value: "mee|tings",
        branches: ["a"],
        isCut: true,
        isOfUnion: false,
        leaves: [leaf("l3", "ended")],
      },
    ],
    isOpen: true,
    envelope: [],
    fallback: undefined,
  };
  const context = (unions: Union): PackageContext =>
    contextOf({
      graph: graphOf(nodeOf({ id: "event", schema: {} })),
      unions: new Map([["event", unions]]),
      names: {
        ...namesOf({
          event: "Event",
          v1: declarationNames("RoomsEvent", "variant"),
          l1: declarationNames("RoomsCreatedEvent", "leaf"),
          l2: declarationNames("RoomsEndedEvent", "leaf"),
          v2: declarationNames("MeetingsEvent", "variant"),
          l3: declarationNames("MeetingsEndedEvent", "leaf"),
          [unknownVariantOf("event")]: declarationNames("UnknownEvent", "unknown"),
        }),
        unions: new Map([["event", { ...shapeUnionNames, match: "matchEvent" }]]),
      },
    });

  it("lists leaves below their variant, and the unknown one last", async () => {
    expect(await printSection(context(union), "Variants of `Event`")).toBe(
      `| \`context.resource\` | \`type\`      | Type                 | Guard                  |
| ------------------ | ----------- | -------------------- | ---------------------- |
| \`"rooms"\`          | any         | \`RoomsEvent\`         | \`isRoomsEvent\`         |
| \`"rooms"\`          | \`"created"\` | \`RoomsCreatedEvent\`  | \`isRoomsCreatedEvent\`  |
| \`"rooms"\`          | \`"ended"\`   | \`RoomsEndedEvent\`    | \`isRoomsEndedEvent\`    |
| \`"mee\\|tings"\`     | any         | \`MeetingsEvent\`      | \`isMeetingsEvent\`      |
| \`"mee\\|tings"\`     | \`"ended"\`   | \`MeetingsEndedEvent\` | \`isMeetingsEndedEvent\` |
| any other          | any         | \`UnknownEvent\`       | \`isUnknownEvent\`       |`,
    );
  });

  it("shows in the example the handlers whose keys are plain, and a fallback for the rest", async () => {
    expect(await printSection(context(union), "Usage")).toContain(`  return matchEvent(
    value,
    {
      rooms: () => "RoomsEvent",
    },
    () => "another Event",
  );`);
  });

  it("gives leaves no guards where there are more than have one", async () => {
    const [first, second] = union.variants;
    const leaves = Array.from({ length: 64 }, () => leaf("l1", "created"));
    const many = { ...union, variants: first && second ? [{ ...first, leaves }, second] : [] };
    const text = await printSection(context(many), "Variants of `Event`");
    expect(text).toContain("`isRoomsEvent`");
    expect(text).not.toContain("`isRoomsCreatedEvent`");
  });
});

it("says of a variant that it has no tag", async () => {
  const [first, ...others] = shapeUnion.variants;
  const variants = first ? [{ ...first, value: undefined }, ...others] : [];
  const context = contextOf({ unions: new Map([[shapeUnion.node, { ...shapeUnion, variants }]]) });
  const text = await printSection(context, "Variants of `Shape`");
  expect(text).toMatch(/^\| absent +\| `Circle` +\| `isCircle` +\|$/m);
  expect(text).toMatch(/^\| `"square"` +\| `Square`/m);
});

it("ignores a union whose variants cannot be shown in the example", async () => {
  const hostile = {
    ...shapeUnion,
    variants: shapeUnion.variants.map((variant) => ({ ...variant, value: "__proto__" })),
  };
  const context = contextOf({ unions: new Map([[shapeUnion.node, hostile]]), names: shapesNames });
  expect(await printSection(context, "Usage")).toContain("parseShape");
});
