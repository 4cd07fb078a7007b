import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import { bodyOf, generateFiles, generateRoot, generateText } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

const node = { $ref: "#/$defs/Node" };

/** A type that leads back to itself by a property, an alternative, items, and any other property. */
const linked = {
  ...node,
  $defs: {
    Node: {
      type: "object",
      properties: {
        id: { type: "integer" },
        next: { anyOf: [{ type: "null" }, node] },
        left: node,
        children: { type: "array", items: node },
        pair: { type: "array", prefixItems: [{ type: "string" }, node] },
        rows: { type: "array", items: { type: "array", items: node } },
        odd: { not: { allOf: [{ required: ["id"] }, node] } },
      },
      patternProperties: { "^x-": node },
    },
  },
};

const holder = {
  type: "object",
  properties: { tree: { $ref: "#/$defs/Tree" } },
  $defs: { Tree: { type: "array", items: { $ref: "#/$defs/Tree" } } },
};

type Step = readonly [name: string, wrap: (value: unknown) => unknown];

const steps: readonly Step[] = [
  ["an alternative", (next) => ({ next })],
  ["a property", (left) => ({ left })],
  ["items", (value) => ({ children: [value] })],
  ["an item of a tuple", (value) => ({ pair: ["a", value] })],
  ["items of items", (value) => ({ rows: [[value]] })],
  ["a pattern", (value) => ({ "x-a": value })],
];

function nest(depth: number, last: unknown, wrap: Step[1]): unknown {
  let value = last;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

const deep = 100_000;

describe("a guard of a type that may hold itself", () => {
  it("asks about parts by way of the heap, and about the value itself at once", async () => {
    const text = await generateText(linked);
    expect(bodyOf(text, "isRoot")).toBe("return isNode(value);");
    const body = bodyOf(text, "isNode");
    expect(body).toContain("value.next === null || descend(isNode, value.next)");
    expect(body).toContain("descend(isNode, value.left)");
    expect(body).toContain("everyNode(value.children)");
    expect(body).toContain("descend(isNode, value.pair[1])");
    expect(text).toContain("if (!descend(isNode, item)) return false;");
    expect(body).not.toContain("isNode(");
  });

  it("is called as it is from outside", async () => {
    const text = await generateText(holder);
    expect(bodyOf(text, "isRoot")).toContain("isTree(value.tree)");
    expect(bodyOf(text, "isTree")).toContain("everyTree(value)");
  });

  it("needs nothing of it where no type holds itself", async () => {
    const flat = {
      type: "object",
      properties: { a: { $ref: "#/$defs/A" } },
      $defs: { A: { type: "string" } },
    };
    expect(await generateText(flat, { runtime: ["guards"] })).not.toContain("descend");
  });

  it.each(steps)("decides 100,000 levels of %s", async (_, wrap) => {
    const { isRoot, validateRoot } = await generateRoot(linked);
    expect(isRoot(nest(deep, {}, wrap))).toBe(true);
    expect(isRoot(nest(deep, { id: "a" }, wrap))).toBe(false);
    const { ok, issues } = validateRoot(nest(deep, { id: "a" }, wrap));
    expect(ok).toBe(false);
    expect(issues).toHaveLength(1);
    expect(issues?.[0]).toMatchObject({
      keyword: "type",
      schema: "schema.json#/$defs/Node/properties/id/type",
    });
    expect(issues?.[0]?.path.at(-1)).toBe("id");
  });

  it("decides negations however deep", async () => {
    const { isRoot } = await generateRoot(linked);
    for (const depth of [1, 2, 63, 64, 65, 500, 501]) {
      const value = nest(depth, { id: 1 }, (odd) => ({ id: 1, odd }));
      expect(isRoot(value)).toBe(depth % 2 === 0);
    }
  });

  it("refuses a value that holds itself, and says so once", async () => {
    const { isRoot, validateRoot } = await generateRoot(linked);
    for (const length of [1, 2, 1_000]) {
      for (const [, wrap] of steps) {
        const last: Record<string, unknown> = {};
        const first = nest(length - 1, last, wrap);
        Object.assign(last, wrap(first));
        expect(isRoot(first)).toBe(false);
        expect(isRoot(nest(10, first, wrap))).toBe(false);
        expect(validateRoot(first).issues).toMatchObject([{ pointer: "", keyword: "schema" }]);
      }
    }
  });

  it("refuses an array that holds itself", async () => {
    const { isRoot, validateRoot } = await generateRoot(holder);
    const tree: unknown[] = [[], [[]]];
    expect(isRoot({ tree })).toBe(true);
    tree.push(tree, tree);
    expect(isRoot({ tree })).toBe(false);
    expect(validateRoot({ tree }).ok).toBe(false);
  });

  it("decides parts that many places share", async () => {
    const { isRoot } = await generateRoot(linked);
    expect(isRoot(nest(1_000, {}, (value) => ({ left: value, next: value, children: [value, value] })))).toBe(
      true,
    );
    const bad = nest(1_000, { id: "a" }, (value) => ({ left: value, next: value, children: [value, value] }));
    expect(isRoot(bad)).toBe(false);
  });
});

describe("a validator of a million bad rows", () => {
  it("stops where it has found enough", async () => {
    const { validateRoot } = await generateRoot(linked);
    const children = Array.from({ length: 1_000_000 }, () => ({ id: "a" }));
    expect(validateRoot({ children }).issues).toHaveLength(100);
    expect(validateRoot({ children }, { maxIssues: 7 }).issues).toHaveLength(7);
    expect(validateRoot({ children }, { failFast: true }).issues).toHaveLength(1);
  }, 30_000);
});

/** What a bundler keeps of the files for one export of their index. */
async function bundle(files: ReadonlyMap<string, string>, name: string): Promise<string> {
  const read = (id: string): string => files.get(id.replace("./", "").replace(/\.js$/, ".ts")) ?? "";
  const build = await rolldown({
    input: "entry.ts",
    plugins: [
      {
        name: "files",
        resolveId: (id) => ({ id, moduleSideEffects: id === "entry.ts" }),
        load: (id) => ({
          code: id === "entry.ts" ? `export { ${name} } from "./index.js";` : read(id),
          moduleType: "ts",
        }),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  return output[0].code;
}

describe.each(["single-file", "modules"] as const)("in the layout %s", (layout) => {
  it.each(compilers)("compiles with %s", async (compiler) => {
    const files = await generateFiles(linked, { layout });
    expect(await typeCheck(compiler, files)).toBe("");
  });

  it("carries the whole of it, and once", async () => {
    const text = [...(await generateFiles(linked, { layout })).values()].join("\n");
    expect(text.match(/^const descent: /gm)).toHaveLength(1);
    expect(text.match(/^(export )?function descend\(/gm)).toHaveLength(1);
  });

  it("is left out of a bundle that does not call it", async () => {
    const schema = { ...linked, $defs: { ...linked.$defs, Leaf: { type: "string", minLength: 2 } } };
    const files = await generateFiles(schema, { layout });
    expect(await bundle(files, "isNode")).toContain("descend(isNode");
    const leaf = await bundle(files, "isLeaf");
    expect(leaf).toContain("function isLeaf(");
    expect(leaf).not.toMatch(/desc|known|depth/);
  });
});
