import { describe, expect, it } from "vitest";
import { optionDefaults } from "../../src/config/config.js";
import { configRule, followRule, type Rule } from "../../src/config/config-rule.js";

/** All rules, however deep; definitions once each. */
function listRules(rule: Rule): readonly Rule[] {
  const { anyOf = [], properties = {}, additionalProperties, items } = rule;
  const inner = [...anyOf, ...Object.values(properties), additionalProperties || [], items ?? []].flat();
  return [rule, ...inner.flatMap(listRules)];
}

const rules = [configRule, ...Object.values(configRule.$defs)].flatMap(listRules);

describe("config.schema.json", () => {
  it("says nothing that the check of a config leaves out", () => {
    const annotations = ["$schema", "$defs", "title", "description", "default", "examples"];
    const checked = [
      "$ref",
      "type",
      "enum",
      "const",
      "anyOf",
      "required",
      "properties",
      "additionalProperties",
    ];
    const bounds = ["items", "minItems", "maxItems", "minLength", "pattern"];
    const known = [...annotations, ...checked, ...bounds];
    expect(rules.flatMap((rule) => Object.keys(rule)).filter((keyword) => !known.includes(keyword))).toEqual(
      [],
    );
  });

  it("has every option with its default", () => {
    const { properties = {} } = followRule({ $ref: "#/$defs/Input" });
    const defaults = Object.keys(optionDefaults).map((name) => [name, properties[name]?.default]);
    expect(Object.fromEntries(defaults)).toEqual(optionDefaults);
  });

  it("has only references that lead somewhere", () => {
    const references = rules.filter((rule) => rule.$ref !== undefined);
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((rule) => followRule(rule) === rule)).toEqual([]);
  });
});
