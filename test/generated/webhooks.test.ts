import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { Validation } from "../emit/generate-module.js";
import { generateText, importText } from "../emit/generate-module.js";

interface Webhooks {
  readonly schema: JsonObject & {
    readonly oneOf: readonly { readonly $ref: string }[];
    readonly definitions: Readonly<Record<string, JsonObject>>;
  };
  readonly examples: readonly { readonly name: string; readonly examples: readonly unknown[] }[];
}

interface Helpers {
  readonly webhookEventEvents: readonly string[];
  readonly isWebhookEvent: (event: string, body: unknown) => boolean;
  readonly validateWebhookEvent: (event: string, body: unknown) => Validation;
}

/** GitHub's webhooks and their examples, where they are installed: at the root, or for the bench. */
function findWebhooks(): Webhooks | undefined {
  for (const from of ["../../package.json", "../../bench/package.json"]) {
    const require = createRequire(new URL(from, import.meta.url));
    const read = (name: string): unknown => JSON.parse(readFileSync(require.resolve(name), "utf8"));
    try {
      return {
        schema: read("@octokit/webhooks-schemas") as Webhooks["schema"],
        examples: read("@octokit/webhooks-examples") as Webhooks["examples"],
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    }
  }
  return undefined;
}

const webhooks = findWebhooks();

describe.skipIf(webhooks === undefined)("GitHub's webhooks, by the event in the header", () => {
  const { schema, examples } = webhooks ?? { schema: { oneOf: [], definitions: {} }, examples: [] };
  const keys = new Map(
    schema.oneOf.map(({ $ref }) => [$ref.replace(/^.*\/(.+)[_$]event$/, "$1"), $ref.replace(/^.*\//, "")]),
  );
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const payloads = examples.flatMap(({ name, examples: bodies }) =>
    bodies.map((body, index) => ({ event: name, label: `${name}[${index}]`, body })),
  );
  let helpers: Helpers;
  let text: string;
  const isValid = ({ event, body }: { readonly event: string; readonly body: unknown }): boolean =>
    ajv.getSchema(`webhooks#/definitions/${keys.get(event)}`)?.(body) === true;

  beforeAll(async () => {
    ajv.addSchema(schema, "webhooks");
    const unions = { WebhookEvent: { tags: [{ external: "event" }, "action"] } };
    text = await generateText(schema, {
      name: "WebhookEvent",
      untyped: "infer",
      formats: "annotate",
      unions,
    });
    helpers = (await importText(text)) as unknown as Helpers;
  }, 120_000);

  it("have all events, in the schema's order, and their variants under their own names", () => {
    expect(keys.size).toBe(66);
    expect(helpers.webhookEventEvents).toEqual([...keys.keys()]);
    expect(text).toContain("\n    pull_request_review: PullRequestReviewEvent;\n");
    expect(text).toContain("\n    star: { created: StarCreated; deleted: StarDeleted };\n");
  });

  it("accept each example by its own event alone, where ajv does", { timeout: 120_000 }, () => {
    expect(payloads).toHaveLength(329);
    expect(payloads.filter(isValid)).toHaveLength(277);
    for (const { event, label, body } of payloads) {
      const accepting = helpers.webhookEventEvents.filter((each) => helpers.isWebhookEvent(each, body));
      expect([label, accepting]).toEqual([label, isValid({ event, body }) ? [event] : []]);
    }
  });

  it("say what is wrong with the other examples by their own event", { timeout: 120_000 }, () => {
    const others = Object.keys(schema.definitions).map(nameType);
    for (const { event, label, body } of payloads.filter((payload) => !isValid(payload))) {
      const { issues = [] } = helpers.validateWebhookEvent(event, body);
      expect(issues.length).toBeGreaterThan(0);
      const own = listReached(schema.definitions, keys.get(event) ?? "").map(nameType);
      const strays = issues
        .map(({ schema: at }) => /#\/\$defs\/([^/]+)/.exec(at)?.[1] ?? "")
        .filter((name) => !own.includes(name) || !others.includes(name));
      expect([label, strays]).toEqual([label, []]);
    }
  });
});

/** The definitions that one is made of, itself among them. */
function listReached(definitions: Webhooks["schema"]["definitions"], start: string): string[] {
  const reached = new Set([start]);
  for (const name of reached) {
    const references = JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/([^"/]+)"/g);
    for (const [, other = ""] of references) reached.add(other);
  }
  return [...reached];
}

/** As types are called: `PullRequestOpened` of `pull_request$opened`. */
function nameType(key: string): string {
  return key.replaceAll(/(?:^|[^a-z0-9]+)([a-z0-9])/gi, (_, first: string) => first.toUpperCase());
}
