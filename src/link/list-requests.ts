import type { Body } from "./describe-bodies.js";
import type { Part } from "./part.js";
import { listParts, partAt, textAt } from "./part.js";
import type { PartReader } from "./part-reader.js";
import { keyOf } from "./part-reader.js";

const methods: ReadonlySet<string> = new Set("get put post delete options head patch trace query".split(" "));

/** An operation of a path item, by its method. */
type Operation = readonly [method: string, operation: Part];

/**
 * What the webhooks of an OpenAPI document send, by their names. `x-webhooks` is what 3.0 has instead.
 * @see https://spec.openapis.org/oas/v3.2.0.html#oas-webhooks
 */
export function listWebhooks(reader: PartReader, root: Part): Body[] {
  return listWebhookItems(root).flatMap(([name, item]) =>
    listBodies(reader, name, item, (method) => `${name}-${method}`),
  );
}

function listWebhookItems(root: Part): [name: string, item: Part][] {
  return ["webhooks", "x-webhooks"].flatMap((key) => listParts(partAt(root, key)));
}

/**
 * What the callbacks of all operations send, by the names of the callbacks; then those of components that no operation refers to.
 * @see https://spec.openapis.org/oas/v3.2.0.html#callback-object
 */
export function listCallbacks(reader: PartReader, root: Part): Body[] {
  const read = new Set<string>();
  const list = (name: string, callback: Part, qualified: string): Body[] => {
    const found = reader.follow(callback);
    if (found) read.add(keyOf(found));
    const items = listParts(found).filter(([expression]) => !expression.startsWith("x-"));
    return items.flatMap(([, item]) => listBodies(reader, name, item, () => qualified));
  };
  const items = [...listParts(partAt(root, "paths")), ...listWebhookItems(root)];
  const used = items.flatMap(([path, item]) =>
    listOperations(reader, item).flatMap(([method, operation]) =>
      listParts(reader.read(operation, "callbacks")).flatMap(([name, callback]) =>
        list(name, callback, `${textAt(operation, "operationId") ?? `${method}-${path}`}-${name}`),
      ),
    ),
  );
  const others = listParts(partAt(root, "components", "callbacks"))
    .filter(([, callback]) => !read.has(keyOf(callback)) && textAt(callback, "$ref") === undefined)
    .flatMap(([name, callback]) => list(name, callback, `${name}-callback`));
  return [...used, ...others];
}

/** The bodies that are sent under one name. */
function listBodies(
  reader: PartReader,
  name: string,
  item: Part,
  qualify: (method: string) => string,
): Body[] {
  return listOperations(reader, item).flatMap(([method, operation]) => {
    const request = reader.read(operation, "requestBody");
    const schema = request && readContent(reader, request);
    if (!schema) return [];
    const [own = name] = nameComponent(request);
    const names = [own, `${own}Body`];
    return [{ values: [name], schema, dialect: undefined, names, qualifiedName: qualify(method) }];
  });
}

/** A body among the components may be sent under many names, and has one of its own. */
function nameComponent({ tokens }: Part): string[] {
  const [components, kind, ...name] = tokens;
  return components === "components" && kind === "requestBodies" ? name : [];
}

/**
 * Those that stand in the item, and those of the item that it refers to.
 * @see https://spec.openapis.org/oas/v3.2.0.html#path-item-object
 */
function listOperations(reader: PartReader, item: Part): Operation[] {
  const items = new Set([item, reader.follow(item)]);
  return [...items].flatMap((each) => [
    ...listParts(each).filter(([key]) => methods.has(key)),
    ...listParts(each && partAt(each, "additionalOperations")),
  ]);
}

/** The schema of a request's content in JSON; of several media types the first, and ranges of them last. */
function readContent(reader: PartReader, request: Part): Part | undefined {
  const content = listParts(partAt(request, "content"));
  const [, media] =
    content.find(([type]) => /^[^;]*[/+]json\s*(;|$)/i.test(type)) ??
    content.find(([type]) => /^(\*|application)\/\*\s*(;|$)/i.test(type)) ??
    [];
  const found = reader.follow(media);
  if (found) return partAt(found, "schema");
  if (content.length > 0 && !media) {
    reader.skip(
      request,
      "This body is not sent as JSON, so nothing is made of it.",
      "Give it a media type of JSON, as application/json, to have a type and a guard of it.",
    );
  }
  return undefined;
}
