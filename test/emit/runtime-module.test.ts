import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { readDeclaration } from "../../src/emit/declaration.js";
import { Runtime } from "../../src/emit/runtime-module.js";
import { templates } from "../../src/emit/templates.js";
import { parseStatements } from "./references-by-compiler.js";

const runtime = new Runtime();
const namesOf = (texts: readonly string[]): string[] => texts.map((text) => readDeclaration(text).name);

describe("the runtime", () => {
  it("has the declarations that the compiler finds in the templates, with the comments before them", () => {
    const found = Object.values(templates).flatMap((text) =>
      parseStatements(text.replace(/^\/\* oxlint-disable.*?\*\/\s*/s, "")).map((each) => each.text),
    );
    const texts = runtime.select(new Set(runtime.names), () => true);
    expect(texts.toSorted()).toEqual(found.toSorted());
  });

  it("stands in the layout of Prettier's defaults, so that nobody has to lay it out", async () => {
    expect(runtime.texts.size).toBeGreaterThan(100);
    for (const text of runtime.texts) expect(`${text}\n`).toBe(await format(text, { parser: "typescript" }));
  });

  it("has no two declarations of one name, since all may stand in one file", () => {
    expect(new Set(runtime.names).size).toBe(runtime.names.length);
  });

  it("gives what is used and what that uses, each template after what it uses", () => {
    expect(namesOf(runtime.select(new Set(["equals"]), () => true))).toEqual([
      "isObject",
      "hasOwn",
      "equals",
      "pairItems",
      "pairProperties",
      "definedKeys",
    ]);
  });

  it("gives the state that functions of a template share, once", () => {
    const names = namesOf(runtime.select(new Set(["descend", "IssueCollector"]), () => true));
    expect(names.filter((name) => name === "descent" || name === "guardAnswers")).toEqual([
      "guardAnswers",
      "descent",
    ]);
    expect(namesOf(runtime.select(new Set(["hasOwn"]), () => true))).toEqual(["hasOwn"]);
  });

  it("gives nothing else of a template that holds more", () => {
    expect(namesOf(runtime.select(new Set(["ValidationPath"]), () => true))).toEqual(["ValidationPath"]);
  });

  it("takes export away where it is not kept, and leaves the rest as it is", () => {
    const keeps = runtime.select(new Set(["hasOwn"]), () => true);
    const hides = runtime.select(new Set(["hasOwn"]), () => false);
    expect(keeps).toEqual([expect.stringMatching(/^\/\*\* .* \*\/\nexport function hasOwn\(/)]);
    expect(hides).toEqual(keeps.map((text) => text.replace("\nexport ", "\n")));
  });

  it("gives nothing where nothing is used, or where the name is none of its own", () => {
    expect(runtime.select(new Set(), () => true)).toEqual([]);
    expect(runtime.select(new Set(["isRoot"]), () => true)).toEqual([]);
  });
});
