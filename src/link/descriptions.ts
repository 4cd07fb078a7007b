import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Dialect } from "../dialect/dialect.js";
import type { Document, Documents } from "../load/documents.js";
import { formatPointer, parsePointer } from "../pointer.js";
import type { Description, ForeignSchema } from "./description.js";
import { describeDocument } from "./document-kind.js";
import type { Unreadable } from "./schema-place.js";

/** Each document that is no schema, with what it is. */
export function describeDocuments(documents: Documents): Map<Document, Description> {
  const found = new Map<Document, Description>();
  for (const document of documents.documents.values()) {
    const description = describeDocument(document, documents);
    if (description) found.set(document, description);
  }
  return found;
}

/** The dialect of the description that the first root is in: files that it is split into have no other way to say. */
export function dialectOfRoots(
  { roots, documents }: Documents,
  descriptions: ReadonlyMap<Document, Description>,
): Dialect | undefined {
  const [root] = roots;
  const document = root && documents.get(root.uri);
  return document && descriptions.get(document)?.dialect;
}

/** Where a schema stands, or what stands there instead. */
interface Location {
  readonly tokens: readonly string[];
  readonly dialect?: Dialect | undefined;
  readonly unreadable?: Unreadable;
}

/** The schema that a pointer into a document means. In one that is not supported every pointer means the whole, so that it is told once. */
export function locateSchema(
  description: Description | undefined,
  document: Document,
  pointer: string,
): Location {
  const { uri } = document;
  const tokens = parsePointer(pointer);
  if (!description) return { tokens };
  if (description.unsupported) {
    return { tokens: [], unreadable: { diagnostic: description.unsupported, what: undefined } };
  }
  const located = description.locate(tokens);
  if (!located) return { tokens, unreadable: describeNoSchema(uri, pointer) };
  const foreign =
    "format" in located
      ? located
      : description.foreign.find(
          (each) => each.document === document && isPrefix(each.tokens, located.tokens),
        );
  if (foreign) return { tokens: located.tokens, unreadable: describeForeign(foreign) };
  return { tokens: located.tokens, dialect: "dialect" in located ? located.dialect : undefined };
}

function isPrefix(start: readonly string[], tokens: readonly string[]): boolean {
  return start.every((token, index) => token === tokens[index]);
}

function describeNoSchema(uri: string, pointer: string): Unreadable {
  const what =
    pointer === ""
      ? "a whole API description, which is no schema"
      : "a part of an API description that is no schema";
  const help = 'Refer to a schema of it, as in "#/components/schemas/Name".';
  return { what, diagnostic: diagnose("schema-invalid", `Here stands ${what}.`, help, { uri, pointer }) };
}

function describeForeign({ document: { uri }, format, tokens }: ForeignSchema): Unreadable {
  const what = `a schema of the format "${format}", which Schemist does not read`;
  const help = "Give it as JSON Schema, or leave out what refers to it.";
  const place = { uri, pointer: formatPointer(tokens) };
  return { what, diagnostic: diagnose("schema-format-unsupported", `Here stands ${what}.`, help, place) };
}

/** What the input loses where a description as a whole is generated from. */
export function checkWhole(description: Description, uri: string): Diagnostic[] {
  const skipped = description.foreign.map(({ document, format, tokens }) =>
    diagnose(
      "schema-format-skipped",
      `This schema is of the format "${format}", which Schemist does not read, so nothing is made of it.`,
      "Give it as JSON Schema to have a type and a guard of it.",
      { uri: document.uri, pointer: formatPointer(tokens) },
    ),
  );
  const lost = [...skipped, ...description.diagnostics];
  if (description.schemas.length > 0) return lost;
  const empty = diagnose(
    "document-without-schemas",
    "This API description has no schemas among its components, and sends none by webhooks, callbacks or messages.",
    "Put schemas under components.schemas, or ask for one by a pointer, as `api.yaml#/paths/…/schema` or `#/channels/…/payload`.",
    { uri, pointer: "" },
  );
  return [...lost, empty];
}
