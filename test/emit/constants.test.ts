import { expect, it } from "vitest";
import { code, finishCode, type Code } from "../../src/emit/code.js";
import { Constants } from "../../src/emit/constants.js";
import { Scope } from "../../src/emit/scope.js";

const textOf = (code: Code): string => finishCode(code).text;

it("gives equal values of one name one constant", () => {
  const constants = new Constants(new Set());
  expect(textOf(constants.hoist("aPattern", code`/a/`))).toBe("aPattern");
  expect(textOf(constants.hoist("aPattern", code`/b/`))).toBe("aPattern2");
  expect(textOf(constants.hoist("aPattern", code`/a/`))).toBe("aPattern");
  expect(textOf(constants.hoist("aPattern", code`/b/`))).toBe("aPattern2");
  expect(constants.declarations.map(textOf)).toEqual(["const aPattern = /a/;", "const aPattern2 = /b/;"]);
});

it("names a value after each that uses it, so that no name tells of another", () => {
  const constants = new Constants(new Set());
  constants.hoist("aPattern", code`/a/`);
  expect(textOf(constants.hoist("bPattern", code`/a/`))).toBe("bPattern");
});

it("takes no name that is given already", () => {
  const constants = new Constants(new Set(["eventKeys", "eventKeys2"]));
  expect(textOf(constants.hoist("eventKeys", code`1`))).toBe("eventKeys3");
});

it("declares a type where one is given", () => {
  const constants = new Constants(new Set());
  constants.hoist("a", code`[]`, code`unknown`);
  expect(constants.declarations.map(textOf)).toEqual(["const a: unknown = [];"]);
});

it("are asked for through a scope, which also gathers imports, and takes a value to be more than a type", () => {
  const scope = new Scope(new Constants(new Set()));
  scope.useType("runtime", "ValidationError");
  scope.use("runtime", "ValidationError");
  scope.use("guards", "isA");
  scope.useType("guards", "isA");
  scope.useType("types", "A");
  expect(textOf(scope.hoist("a", code`1`))).toBe("a");
  expect([...scope.imports].map(([module, names]) => [module, [...names]])).toEqual([
    ["runtime", [["ValidationError", false]]],
    ["guards", [["isA", false]]],
    ["types", [["A", true]]],
  ]);
});
