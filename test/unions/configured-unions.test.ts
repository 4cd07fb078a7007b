import { describe, expect, it } from "vitest";
import type { UnionOptions } from "../../src/config/config.js";
import type { JsonValue } from "../../src/json.js";
import { matchUnionOptions } from "../../src/unions/configured-unions.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";
import { describeUnion, findInDocuments, tagged } from "./find-in-documents.js";

function match(
  schema: JsonValue,
  names: readonly string[],
  rootName?: string,
): { found: (string | undefined)[]; problems: string[] } {
  const unions = Object.fromEntries(names.map((name): [string, UnionOptions] => [name, {}]));
  const { value, diagnostics } = matchUnionOptions(lowerDocuments(schema).graph, unions, rootName);
  return {
    found: [...value.keys()].map(short),
    problems: diagnostics.map(({ message, help }) => `${message} ${help}`),
  };
}

describe("a union that the config names", () => {
  const schema = {
    $id: "file:///event.json",
    title: "An event",
    $defs: { "webhook-event": {}, other_event: { title: "The other one" }, Event: {} },
  };

  it.for<[string, { name: string; want: string }]>([
    ["by its key", { name: "webhook-event", want: "#/$defs/webhook-event" }],
    ["by its key in PascalCase", { name: "WebhookEvent", want: "#/$defs/webhook-event" }],
    ["by its title", { name: "The other one", want: "#/$defs/other_event" }],
    ["by its title in PascalCase", { name: "TheOtherOne", want: "#/$defs/other_event" }],
    ["by the title of the root", { name: "AnEvent", want: "#" }],
    ["by the name that the config gives the root", { name: "Payload", want: "#" }],
  ])("is found %s", ([, { name, want }]) => {
    expect(match({ ...schema, $id: "file:///root.json" }, [name], "Payload")).toEqual({
      found: [want],
      problems: [],
    });
  });

  it("is the definition that bears the name as it stands, before one that only becomes it", () => {
    const $defs = { event: {}, Event: {} };
    expect(match({ $defs }, ["Event"]).found).toEqual(["#/$defs/Event"]);
    expect(match({ $defs }, ["event"]).found).toEqual(["#/$defs/event"]);
  });

  it("is the root before a definition of the same name", () => {
    expect(match({ $defs: { Event: {} } }, ["Event"], "Event").found).toEqual(["#"]);
  });

  it("is no schema inside a definition", () => {
    expect(match({ properties: { inner: { title: "Inner" } } }, ["Inner"]).problems).toHaveLength(1);
  });

  it("may have a name that objects inherit", () => {
    expect(match({ $defs: { constructor: {} } }, ["constructor"]).found).toEqual(["#/$defs/constructor"]);
    expect(match({ $defs: {} }, ["toString"]).problems).toHaveLength(1);
  });
});

describe("a name that no definition answers to", () => {
  it("is an error that suggests the nearest, each definition once", () => {
    expect(
      match({ $defs: { "webhook-event": {}, WebhookEvents: {}, unlike: {} } }, ["WebhokEvent"]).problems,
    ).toEqual([
      "The config names the union `WebhokEvent`, and no definition is called so. Did you mean `WebhookEvent` or `WebhookEvents`?",
    ]);
  });

  it("is an error that asks for a definition where nothing is near", () => {
    expect(match({ $defs: { event: {} } }, ["Zebra"]).problems).toEqual([
      "The config names the union `Zebra`, and no definition is called so. Name a definition of the schema.",
    ]);
  });

  it("is reported for each, while the others are matched", () => {
    const { found, problems } = match({ $defs: { event: {} } }, ["Zebra", "Event", "Yak"]);
    expect(found).toEqual(["#/$defs/event"]);
    expect(problems).toHaveLength(2);
  });
});

describe("a number of tags that no union has", () => {
  it.for([[[]], [["a", "b", "c"]]])("is an error: %j", ([tags]) => {
    const { graph } = lowerDocuments({ $defs: { event: {} } });
    const { value, diagnostics } = matchUnionOptions(graph, { event: { tags: tags ?? [] } }, undefined);
    expect(value.size).toBe(0);
    expect(diagnostics).toEqual([
      {
        code: "config-invalid",
        severity: "error",
        message: `The config gives the union \`event\` ${tags?.length} tags.`,
        help: "Name one tag or two, or leave `tags` out to have one found.",
      },
    ]);
  });
});

describe("options of a definition that is a reference and nothing else", () => {
  const oneOf = [tagged("kind", "a"), tagged("kind", "b")];

  it("belong to what it refers to, however far", () => {
    const { union, diagnostics } = findInDocuments(
      { $ref: "#/$defs/Link", $defs: { Link: { $ref: "#/$defs/Event" }, Event: { oneOf } } },
      { Root: { tags: ["kind"], open: true } },
    );
    expect(union()).toBeUndefined();
    expect(describeUnion(union("/$defs/Event"))[0]).toBe('kind: ["a","b"]');
    expect(union("/$defs/Event")?.isOpen).toBe(true);
    expect(diagnostics).toEqual([]);
  });

  it("give way to the target's own", () => {
    const { union } = findInDocuments(
      { $ref: "#/$defs/Event", $defs: { Event: { oneOf } } },
      { Root: { open: true }, Event: { open: false } },
    );
    expect(union("/$defs/Event")?.isOpen).toBe(false);
  });

  it("stay where the target is no definition, and are told of what stands there", () => {
    const { union, diagnostics } = findInDocuments(
      { properties: { a: { oneOf } }, $defs: { A: { $ref: "#/properties/a" } } },
      { A: { tags: ["kind"] } },
    );
    expect(diagnostics).toEqual([]);
    expect(describeUnion(union("/$defs/A")).slice(1)).toEqual([
      '"a" cut from #/$defs/A',
      '"b" cut from #/$defs/A',
    ]);
  });
});
