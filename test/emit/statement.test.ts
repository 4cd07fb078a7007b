import { expect, it } from "vitest";
import { code } from "../../src/emit/code.js";
import { all, callTest } from "../../src/emit/condition.js";
import { choose, when } from "../../src/emit/report-issue.js";
import { printStatements, run } from "../../src/emit/statement.js";

const [a, b] = [callTest(code`a()`), callTest(code`b()`)];
const [one, two] = [run(code`one();`), run(code`two();`)];

it("prints statements line by line", () => {
  expect(printStatements([one, two])).toBe("one();\ntwo();");
});

it("prints a loop", () => {
  expect(printStatements([{ kind: "for", head: code`const x of y`, body: [one] }])).toBe(
    "for (const x of y) {\none();\n}",
  );
});

it("joins an if that is all another one's body", () => {
  expect(printStatements(when(a, when(b, [one])))).toBe("if (a() && b()) {\none();\n}");
  expect(printStatements(when(a, [...when(b, [one]), two]))).toBe(
    "if (a()) {\nif (b()) {\none();\n}\ntwo();\n}",
  );
});

it("keeps an if with an else apart from the one around it", () => {
  expect(printStatements(when(a, choose(b, [one], [two])))).toBe(
    "if (a()) {\nif (b()) {\none();\n} else {\ntwo();\n}\n}",
  );
});

it("chains an else with the if that is all of it", () => {
  expect(printStatements(choose(a, [one], when(b, [two])))).toBe(
    "if (a()) {\none();\n} else if (b()) {\ntwo();\n}",
  );
});

it("leaves out what never runs, and the test of what always does", () => {
  expect(when(all([a, { kind: "never" }]), [one])).toEqual([]);
  expect(when(a, [])).toEqual([]);
  expect(when({ kind: "always" }, [one])).toEqual([one]);
  expect(choose(a, [one], [])).toEqual(when(a, [one]));
});
