import { describe, expect, it } from "vitest";
import { Pruner } from "../../src/unions/pruner.js";
import type { Decision } from "../../src/unions/unions.js";

const branch = (node: string): Decision => ({ kind: "branch", node });
const inner: Decision = { kind: "one", holder: "inner", of: [branch("b"), branch("c")] };
const whole: Decision = { kind: "any", holder: "whole", of: [branch("a"), inner, branch("d"), branch("b")] };

describe("what is left of alternatives", () => {
  it.for<[string, readonly string[], Decision | undefined]>([
    ["nothing, where none may be met", [], undefined],
    ["one alone is no alternative", ["d"], branch("d")],
    [
      "a union among them that is left whole stays",
      ["c", "b", "a"],
      { ...whole, of: [branch("a"), inner, branch("b")] },
    ],
    [
      "of a union with one member left, that member",
      ["d", "c"],
      { ...whole, of: [branch("c"), branch("d")] },
    ],
    ["one that stands there twice stays twice", ["b"], { ...whole, of: [branch("b"), branch("b")] }],
    ["what is not among them says nothing", ["a", "z"], branch("a")],
  ])("%s", ([, nodes, want]) => {
    expect(new Pruner(whole).keep(nodes)).toEqual(want);
  });
});
