import { asyncApi } from "../dialect/asyncapi.js";
import { parsePointer } from "../pointer.js";
import { fragmentOf } from "../uri.js";
import type { FormattedSchema } from "./asyncapi-schema.js";
import { isMultiFormat, readPayload, readSchema } from "./asyncapi-schema.js";
import type { Body } from "./describe-bodies.js";
import { describeBodies } from "./describe-bodies.js";
import { canBeSchema } from "./describe-openapi.js";
import { describeUnion } from "./describe-union.js";
import type { DescribedSchema, Description, ForeignSchema, LocatedSchema } from "./description.js";
import type { Message } from "./list-messages.js";
import { listMessages } from "./list-messages.js";
import { findTellingHeader, readHeaders } from "./message-headers.js";
import type { Part } from "./part.js";
import { listParts, partAt, textAt } from "./part.js";
import type { PartReader } from "./part-reader.js";

/**
 * An AsyncAPI document: it stands for the schemas of its components, and for the payloads of its messages.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#componentsObject
 */
export function describeAsyncApi(root: Part, version: string, reader: PartReader): Description | undefined {
  const [, major] = /^([23])\.\d/.exec(version) ?? [];
  if (major === undefined) return undefined;
  const components = listParts(partAt(root, "components", "schemas")).map(
    ([name, part]) => [name, readSchema(part, major)] as const,
  );
  const messages = listMessages(reader, root, major).flatMap((message) => {
    const payload = readPayload(message.part, major);
    return payload ? [{ message, payload }] : [];
  });
  const { tag, bodies } = tagMessages(
    reader,
    messages.filter(({ payload }) => payload.dialect && !isForeignComponent(payload, root, major)),
  );
  const own = components.flatMap(([name, read]) => describeSchema(read, [name]));
  const payloads = describeBodies(bodies, root, asyncApi);
  const placed = partAt(root, "components", "messages") ? ["components", "messages"] : ["channels"];
  const union = { ...messageUnion, tokens: placed, tag, members: payloads.members };
  return {
    dialect: asyncApi,
    baseUri: root.baseUri,
    schemas: [...own, ...payloads.schemas],
    unions: describeUnion(union, own),
    foreign: [...components.map(([, read]) => read), ...messages.map(({ payload }) => payload)]
      .filter(({ dialect }) => !dialect)
      .map(({ schema: { document, tokens }, format }) => ({ document, tokens, format })),
    missing: reader.missing,
    diagnostics: reader.diagnostics,
    locate: (tokens) => locate(root, tokens, major),
  };
}

const messageUnion = {
  key: "messages",
  names: ["Message", "MessagePayload"],
  description: "The payload of any message of this API.",
};

function describeSchema({ schema, dialect }: FormattedSchema, names: readonly string[]): DescribedSchema[] {
  const { document, tokens, value } = schema;
  return dialect ? [{ document, tokens, value, dialect, names }] : [];
}

interface ReadMessage {
  readonly message: Message;
  readonly payload: FormattedSchema;
}

/** Payloads with what tells their messages apart: a header that all have, else their names. */
function tagMessages(
  reader: PartReader,
  messages: readonly ReadMessage[],
): { readonly tag: string; readonly bodies: readonly Body[] } {
  const headers = messages.map(({ message }) => readHeaders(reader, message.part));
  const header = findTellingHeader(headers);
  const bodies = messages.map(({ message, payload }, index): Body => {
    const texts = header === undefined ? undefined : headers[index]?.get(header);
    const { names, qualifiedName } = message;
    return { ...payload, values: texts ?? [message.name], names, qualifiedName };
  });
  return { tag: header ?? "name", bodies };
}

/** Whether a payload is a schema of the components in another language, of which nothing is made there. */
function isForeignComponent({ schema }: FormattedSchema, root: Part, major: string): boolean {
  const reference = textAt(schema, "$ref");
  if (schema.document !== root.document || !reference?.startsWith("#/")) return false;
  const target = partAt(root, ...parsePointer(fragmentOf(reference)));
  return target !== undefined && !readSchema(target, major).dialect;
}

/** A schema beside its format is one token further; in version 2 the format stands beside the payload itself. */
function locate(
  root: Part,
  tokens: readonly string[],
  major: string,
): LocatedSchema | ForeignSchema | undefined {
  if (!canBeSchema(tokens)) return undefined;
  const part = partAt(root, ...tokens);
  const holder = partAt(root, ...tokens.slice(0, -1));
  const isPayload = major === "2" && tokens.at(-1) === "payload";
  const read = isPayload
    ? holder && readPayload(holder, major)
    : isMultiFormat(part) && readSchema(part, major);
  if (!read) return { tokens, dialect: undefined };
  const { dialect, format } = read;
  const { document, tokens: found } = read.schema;
  return dialect ? { tokens: found, dialect } : { document, tokens: found, format };
}
