import { describe, expect, it } from "vitest";
import { nameModules } from "../../src/names/name-modules.js";

const root = "file:///home/someone/project/schemas/event.schema.json";
const folder = "file:///home/someone/project/schemas";

function loaded(roots: readonly string[], documents: readonly string[]): Parameters<typeof nameModules>[0] {
  return {
    roots: roots.map((uri) => ({ uri })),
    documents: new Map(documents.map((uri) => [uri, undefined])),
  };
}

/** The modules of documents beside a root, without the folder that holds them. */
function namesOf(documents: readonly string[], from = root): string[] {
  const modules = nameModules(loaded([from], [from, ...documents]));
  expect(modules.get(from)).toBe("types");
  return documents.map((uri) => {
    const name = modules.get(uri) ?? "";
    expect(name).toMatch(/^types\/[^/]/);
    return name.slice("types/".length);
  });
}

describe("nameModules", () => {
  it.each([
    [`${folder}/recipient.json`, "recipient"],
    [`${folder}/components/EventResourceEnum.json`, "components/event-resource-enum"],
    [`${folder}/HTTPServer.schema.yaml`, "http-server"],
    [`${folder}/common.openapi.yml`, "common-openapi"],
    [`${folder}/v1.2/a_b%20c.json`, "v1-2/a-b-c"],
    [`${folder}/x.d.json`, "x-d"],
    [`${folder}/Stra%C3%9Fe.json`, "straße"],
    [`${folder}/%F0%9F%98%80.json`, "document"],
    [`${folder}/aux/Con.json`, "aux-document/con-document"],
    [`${folder}/.json`, "json"],
    [`${folder}/a%2F..%2F..%2Fb.json`, "a/b"],
    ["file:///home/someone/project/common/x.json", "common/x"],
    ["file:///srv/secret/x.json", "x"],
    ["https://example.com/schemas/Tag.json", "example-com/schemas/tag"],
    ["urn:example:Tag", "example/tag"],
  ])("names the module of %s", (uri, name) => {
    expect(namesOf([uri])).toEqual([name]);
  });

  it("tells nothing of this machine where the root is no file", () => {
    const inline = "schemist:///schema.json";
    expect(namesOf([`${folder}/a.json`, "schemist:///b.json"], inline)).toEqual(["a", "b"]);
    const files = ["file:///home/one/a/x.json", "file:///home/one/b/x.json", "file:///home/one/b/y.json"];
    expect(namesOf(files, inline)).toEqual(["a/x", "b/x", "y"]);
  });

  it("keeps the names of documents when another is added", () => {
    const documents = [`${folder}/a/x.json`, `${folder}/y.json`];
    const more = [`${folder}/b/x.json`, `${folder}/x.json`];
    expect(namesOf([...more, ...documents]).slice(2)).toEqual(namesOf(documents));
  });

  it("lengthens by their own paths those that a file system might take for one", () => {
    expect(namesOf([`${folder}/a.json`, `${folder}/a.yaml`])).toEqual(["a-json", "a-yaml"]);
    expect(namesOf([`${folder}/a.json`, `${folder}/A.schema.json`])).toEqual(["a-json", "a-schema-json"]);
    expect(namesOf([`${folder}/b/x.json`, "file:///home/someone/project/b/x.json"])).toEqual([
      "b/x-json",
      "parent/b/x-json",
    ]);
  });

  it("adds a digest, not a number, where a path has nothing more to tell", () => {
    const documents = [
      ...[`${folder}/a.json`, `${folder}/A.json`, `${folder}/a-json.json`],
      ...["https://example.com/a?x=1", "https://example.com/a?x=2"],
    ];
    const names = namesOf(documents);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(documents.length);
    expect(namesOf(documents.toReversed())).toEqual(names.toReversed());
    for (const name of names.slice(0, 2)) expect(name).toMatch(/^a-[\da-f]{12}$/);
  });

  it("bounds what a path is long", () => {
    const long = "x".repeat(300);
    const names = namesOf([
      `${folder}/${long}.json`,
      `${folder}/${long}y.json`,
      `${folder}/${"a/".repeat(200)}b.json`,
    ]);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name.length).toBeLessThan(180);
  });

  it("gives every root's document one module", () => {
    const modules = nameModules(loaded([root, `${folder}/b.json`], [root, `${folder}/b.json`]));
    expect([...modules.values()]).toEqual(["types", "types"]);
  });
});
