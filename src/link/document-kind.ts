import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { defaultDialect } from "../dialect/dialects.js";
import type { Document, Documents } from "../load/documents.js";
import { describeAsyncApi } from "./describe-asyncapi.js";
import { describeOpenApi } from "./describe-openapi.js";
import type { Description } from "./description.js";
import type { Part } from "./part.js";
import { textAt } from "./part.js";
import { PartReader } from "./part-reader.js";

type Describe = (root: Part, version: string, reader: PartReader) => Description | undefined;

interface Kind {
  /** The member that says which version of the specification a document follows. */
  readonly key: string;
  readonly name: string;
  /** Undefined where the version is none that is read. */
  readonly describe: Describe;
  readonly help: string;
}

const kinds: readonly Kind[] = [
  {
    key: "openapi",
    name: "OpenAPI",
    describe: describeOpenApi,
    help: "Convert it to OpenAPI 3.0, 3.1 or 3.2.",
  },
  {
    key: "asyncapi",
    name: "AsyncAPI",
    describe: describeAsyncApi,
    help: "Convert it to AsyncAPI 2 or 3.",
  },
  {
    key: "swagger",
    name: "Swagger",
    describe: () => undefined,
    help: "Convert it to OpenAPI 3, with swagger2openapi for one.",
  },
];

/** What a document is by the member that its specification asks for; undefined for any other, which is a schema. */
export function describeDocument(document: Document, documents: Documents): Description | undefined {
  const root: Part = { document, baseUri: document.uri, tokens: [], value: document.value };
  for (const kind of kinds) {
    const version = textAt(root, kind.key);
    if (version === undefined) continue;
    const description = kind.describe(root, version, new PartReader(documents));
    return description ?? refuse(document, reportUnsupported(document, kind, version));
  }
  return undefined;
}

function refuse({ uri }: Document, unsupported: Diagnostic): Description {
  const nothing = { schemas: [], unions: [], foreign: [], missing: [], diagnostics: [] };
  return { dialect: defaultDialect, baseUri: uri, ...nothing, locate: () => undefined, unsupported };
}

function reportUnsupported({ uri }: Document, { key, name, help }: Kind, version: string): Diagnostic {
  const message = `This is a document of ${name} ${version}, which Schemist does not read.`;
  return diagnose("document-unsupported", message, help, { uri, pointer: `/${key}` });
}
