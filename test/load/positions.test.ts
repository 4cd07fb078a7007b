import { assert, constantFrom, jsonValue, property } from "fast-check";
import type { Node } from "jsonc-parser";
import { parseTree } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { findJsonOffsets } from "../../src/load/json-positions.js";
import { positionsIn } from "../../src/load/position.js";
import type { Offsets, Wanted } from "../../src/load/wanted.js";
import { nearestOffset, wantPointers } from "../../src/load/wanted.js";
import { findYamlOffsets } from "../../src/load/yaml-positions.js";
import type { Pointer } from "../../src/pointer.js";
import { appendPointer } from "../../src/pointer.js";

type Find = (text: string, wanted: Wanted) => Offsets;

/** What follows the place in the text, up to the end of its line. */
function textAt(find: Find, text: string, pointer: Pointer): string | undefined {
  const wanted = wantPointers([pointer]);
  const offset = nearestOffset(wanted, find(text, wanted), pointer);
  return offset === undefined ? undefined : /^.*/.exec(text.slice(offset))?.[0];
}

describe("places in JSON", () => {
  const text = `
{
  "a": [1,
    {"b": "x"},
    []
  ],
  "c/d~": {"": true, "__proto__": 1},
  "e\\u0066": null,
  "twice": {"x": 1},
  "twice": {"y": 2}
}`;

  it.each([
    ["", "{"],
    ["/a", '"a": [1,'],
    ["/a/0", "1,"],
    ["/a/1", '{"b": "x"},'],
    ["/a/1/b", '"b": "x"},'],
    ["/a/2", "[]"],
    ["/c~1d~0/", '"": true, "__proto__": 1},'],
    ["/c~1d~0/__proto__", '"__proto__": 1},'],
    ["/ef", '"e\\u0066": null,'],
  ])("%j is at its key or item", (pointer, expected) => {
    expect(textAt(findJsonOffsets, text, pointer)).toBe(expected);
  });

  it.each([
    ["/none", "{"],
    ["/a/3", '"a": [1,'],
    ["/a/01", '"a": [1,'],
    ["/a/1/b/c/d", '"b": "x"},'],
    ["/a/1/c", '{"b": "x"},'],
  ])("%j is not there, and is at its nearest ancestor", (pointer, expected) => {
    expect(textAt(findJsonOffsets, text, pointer)).toBe(expected);
  });

  it("counts the last of equal keys, as JSON.parse does", () => {
    expect(textAt(findJsonOffsets, text, "/twice/y")).toBe('"y": 2}');
    expect(textAt(findJsonOffsets, text, "/twice/x")).toBe('"twice": {"y": 2}');
  });

  it("has a place for a scalar document", () => {
    expect(textAt(findJsonOffsets, "  true ", "/a")).toBe("true ");
  });

  it("goes to any depth", () => {
    const depth = 50_000;
    const deep = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
    expect(textAt(findJsonOffsets, deep, "/a".repeat(depth))).toBe(deep.slice(5 * depth - 4));
  });

  it("agrees with jsonc-parser's tree on any value", () => {
    assert(
      property(jsonValue(), constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const expected = new Map<Pointer, number>();
        collectOffsets(parseTree(text), "", expected);
        const wanted = wantPointers(expected.keys());
        const offsets = findJsonOffsets(text, wanted);
        const found = [...expected.keys()].map((pointer) => [
          pointer,
          nearestOffset(wanted, offsets, pointer),
        ]);
        expect(found).toEqual([...expected]);
      }),
    );
  });
});

function collectOffsets(node: Node | undefined, pointer: Pointer, offsets: Map<Pointer, number>): void {
  if (!node) return;
  if (!offsets.has(pointer)) offsets.set(pointer, node.offset);
  for (const [index, child] of (node.children ?? []).entries()) {
    const [key, value] = child.type === "property" ? (child.children ?? []) : [];
    if (!key) {
      collectOffsets(child, appendPointer(pointer, index), offsets);
      continue;
    }
    const member = appendPointer(pointer, String(key.value));
    offsets.set(member, key.offset);
    collectOffsets(value, member, offsets);
  }
}

describe("places in YAML", () => {
  const text = `# comment
base: &base
  x: 1
list:
  - one
  -
    two: 2
  - [a, {b: c}]
  -
200: ok
"quo/ted": yes
? long key
: value
alias: *base
__proto__: {p: 1}
`;

  it.each([
    ["", "base: &base"],
    ["/base", "base: &base"],
    ["/base/x", "x: 1"],
    ["/list/0", "one"],
    ["/list/1", "two: 2"],
    ["/list/1/two", "two: 2"],
    ["/list/2/1", "{b: c}]"],
    ["/list/2/1/b", "b: c}]"],
    ["/200", "200: ok"],
    ["/quo~1ted", '"quo/ted": yes'],
    ["/long key", "long key"],
    ["/alias", "alias: *base"],
    ["/alias/x", "x: 1"],
    ["/__proto__/p", "p: 1}"],
    ["/none/at/all", "base: &base"],
    ["/list/9", "list:"],
    ["/list/x", "list:"],
    ["/base/x/y", "x: 1"],
  ])("%j", (pointer, expected) => {
    expect(textAt(findYamlOffsets, text, pointer)).toBe(expected);
  });

  it("has a place for an item that is empty", () => {
    const wanted = wantPointers(["/list/3"]);
    const offset = nearestOffset(wanted, findYamlOffsets(text, wanted), "/list/3") ?? 0;
    expect(text.slice(0, offset).split("\n")).toHaveLength(9);
  });
});

describe("line, column and frame", () => {
  const positionOf = (text: string, offset: number) => {
    return positionsIn({ file: "a.json", text, syntax: "json" })(offset);
  };

  it.each([
    ["abc", 0, 1, 1],
    ["abc", 2, 1, 3],
    ["a\nb", 2, 2, 1],
    ["a\r\nb", 3, 2, 1],
    ["a\rb", 2, 2, 1],
    ["a\n\nb", 3, 3, 1],
    ["😀x", 2, 1, 3],
    ["a\n", 2, 2, 1],
  ])("of %j at %d", (text, offset, line, column) => {
    expect(positionOf(text, offset)).toMatchObject({ file: "a.json", line, column });
  });

  it("show the lines around the place, with their numbers", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    expect(positionOf(lines.join("\n"), lines.slice(0, 9).join("\n").length + 3).frame).toBe(
      [
        "   8 | line 8",
        "   9 | line 9",
        "> 10 | line 10",
        "     |   ^",
        "  11 | line 11",
        "  12 | line 12",
        "  13 | line 13",
      ].join("\n"),
    );
  });

  it("have no frame where the line is longer than 300 characters", () => {
    expect(positionOf("x".repeat(300), 5)).toHaveProperty("frame");
    expect(positionOf("x".repeat(301), 5)).toEqual({ file: "a.json", line: 1, column: 6 });
  });

  it("cut longer lines beside it", () => {
    expect(positionOf(`a\n${"x".repeat(1000)}`, 0).frame).toBe(`> 1 | a\n    | ^\n  2 | ${"x".repeat(300)}`);
  });

  it("do not let control characters or line separators through", () => {
    expect(positionOf("a\u001B[31m\u2028b\tc", 9).frame).toBe(
      "> 1 | a\uFFFD[31m\uFFFDb\tc\n    |         \t^",
    );
  });
});
