import { openApi30 } from "../dialect/openapi-3.0.js";
import { openApi31, openApi32 } from "../dialect/openapi-3.1.js";
import { resolveUri, withoutFragment } from "../uri.js";
import { describeBodies } from "./describe-bodies.js";
import { describeUnion } from "./describe-union.js";
import type { DescribedSchema, DescribedUnion, Description } from "./description.js";
import { listCallbacks, listWebhooks } from "./list-requests.js";
import type { Part } from "./part.js";
import { listParts, partAt, textAt } from "./part.js";
import type { PartReader } from "./part-reader.js";

/**
 * An OpenAPI document: it stands for the schemas of its components, and for what its webhooks and callbacks send.
 * @see https://spec.openapis.org/oas/v3.2.0.html#components-object
 */
export function describeOpenApi(start: Part, version: string, reader: PartReader): Description | undefined {
  const [, minor] = /^3\.([012])(?:\.|$)/.exec(version) ?? [];
  if (minor === undefined) return undefined;
  const own = { "0": openApi30, "1": openApi31 }[minor] ?? openApi32;
  const named = minor === "0" ? undefined : textAt(start, "jsonSchemaDialect");
  const root = { ...start, baseUri: minor === "2" ? readBaseUri(start) : start.baseUri };
  const components = listParts(partAt(root, "components", "schemas")).map(
    ([name, { document, tokens, value }]): DescribedSchema => {
      return { document, tokens, value, dialect: undefined, names: [name] };
    },
  );
  const webhooks = describeBodies(listWebhooks(reader, root), root, own);
  const callbacks = describeBodies(listCallbacks(reader, root), root, own);
  const unions = [
    { ...webhookUnion, tokens: placeWebhooks(root), members: webhooks.members },
    { ...callbackUnion, tokens: placeCallbacks(root, callbacks.members), members: callbacks.members },
  ];
  return {
    dialect: own,
    ...(named === undefined ? {} : { namedDialect: { name: named, pointer: "/jsonSchemaDialect" } }),
    baseUri: root.baseUri,
    schemas: [...components, ...webhooks.schemas, ...callbacks.schemas],
    unions: unions.flatMap((union) => describeUnion(union, components)),
    foreign: [],
    missing: reader.missing,
    diagnostics: reader.diagnostics,
    locate: (tokens) => (canBeSchema(tokens) ? { tokens, dialect: undefined } : undefined),
  };
}

type Kind = Omit<DescribedUnion, "tokens" | "members">;

const webhookUnion: Kind = {
  key: "webhooks",
  names: ["Webhook", "WebhookBody"],
  description: "What any webhook of this API sends.",
  tag: "event",
};

const callbackUnion: Kind = {
  key: "callbacks",
  names: ["Callback", "CallbackBody"],
  description: "What any callback of this API sends.",
  tag: "event",
};

function placeWebhooks(root: Part): readonly string[] {
  return [partAt(root, "webhooks") ? "webhooks" : "x-webhooks"];
}

/** They have no place of their own: the first map of callbacks that is in this document. */
function placeCallbacks({ document }: Part, members: DescribedUnion["members"]): readonly string[] {
  const places = members.map(({ place }) => place).filter((place) => place.document === document);
  const tokens = places.find((place) => place.tokens.includes("callbacks"))?.tokens ?? [];
  return tokens.slice(0, tokens.indexOf("callbacks") + 1);
}

/** @see https://spec.openapis.org/oas/v3.2.0.html#openapi-object */
function readBaseUri(start: Part): string {
  const self = textAt(start, "$self");
  return self === undefined ? start.baseUri : withoutFragment(resolveUri(start.baseUri, self));
}

/**
 * Whether a schema may stand where the tokens lead: not at the root, nor at a member of it or of `components`, nor at a component
 * of another kind. What lies deeper is taken at the referrer's word.
 */
export function canBeSchema(tokens: readonly string[]): boolean {
  const [first = "", second = ""] = tokens;
  if (first.startsWith("x-")) return true;
  if (first !== "components") return tokens.length > 1;
  return tokens.length > 3 || (tokens.length === 3 && (second === "schemas" || second.startsWith("x-")));
}
