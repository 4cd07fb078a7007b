import { digestOf } from "./digest.js";
import { formatFunctions } from "./emit/format-functions.js";
import { isJsonObject, type JsonValue, stringifyJson } from "./json.js";
import type { PackageFiles } from "./load/read-package.js";
import { appendPointer, formatPointer, parsePointer } from "./pointer.js";
import type { Extension, Format, SchemaGraph, SchemaNode } from "./schema/schema-graph.js";

/**
 * The published schema does not say which formats and which keywords of the author's are checked; the compiled code does, by what it
 * calls and reports. Functions of the author's are told apart by the text of their module, or by what the package depends on.
 */
export function assertChecked(
  graph: SchemaGraph,
  files: PackageFiles,
  dependencies: JsonValue | undefined,
): SchemaGraph {
  const list = (pattern: RegExp): (readonly [string, string])[] =>
    [...files].filter(([path]) => pattern.test(path));
  const compiled = list(/^dist\/.*\.js$/);
  const scripts = compiled.length > 0 ? compiled : list(/^src\/.*\.ts$/);
  const code = scripts.map(([, text]) => text).join("\n");
  const own = files.get("src/extensions.ts");
  const from = own ?? (isJsonObject(dependencies) ? stringifyJson(dependencies) : undefined);
  const starts = new Map<string, number>();
  for (const { 1: pointer = "", index } of code.matchAll(/\bat: ("(?:[^"\\]|\\.)*")/g))
    if (!starts.has(pointer)) starts.set(pointer, index);
  const names = new Set(code.match(/\bis\w+Format\b/g));
  const assertion = {
    code,
    starts,
    names,
    digest: digestOf(code),
    module: from === undefined ? undefined : digestOf(from),
  };
  return {
    ...graph,
    nodes: new Map([...graph.nodes].map(([id, node]) => [id, assertNode(node, assertion)])),
  };
}

interface Assertion {
  readonly code: string;
  /** Where data begin that say where their schema stands, by its pointer in quotes. */
  readonly starts: ReadonlyMap<string, number>;
  /** The functions of formats that the code names. */
  readonly names: ReadonlySet<string>;
  readonly digest: string;
  /** Of the functions of the author's, where there are any. */
  readonly module: string | undefined;
}

function assertNode(node: SchemaNode, assertion: Assertion): SchemaNode {
  if (typeof node.schema === "boolean") return node;
  const { format } = node.schema;
  const { unknown } = node.annotations;
  const { module } = assertion;
  const extensions = [...(unknown ?? [])].flatMap(([name, argument]): Extension[] =>
    module === undefined ? [] : [{ name, argument, export: module }],
  );
  return {
    ...node,
    schema: {
      ...node.schema,
      ...(format ? { format: assertFormat(format, node, assertion) } : {}),
      ...(extensions.length > 0 ? { extensions } : {}),
    },
  };
}

const functions: ReadonlyMap<string, string> = new Map(Object.entries(formatFunctions));

/**
 * A format is checked where a validator reports it. Where only a guard may, as below a `not`, the code does not say: it is then the same
 * in packages of the same code alone.
 */
function assertFormat(format: Format, { place }: SchemaNode, assertion: Assertion): Format {
  const { code, names, digest, module } = assertion;
  const call = functions.get(format.name);
  if (call === undefined || !names.has(call))
    return module === undefined ? format : { ...format, asserted: true, export: module };
  const isReported =
    code.includes(JSON.stringify(appendPointer(place.pointer, "format"))) ||
    isListed(assertion, place.pointer, call);
  return isReported ? { ...format, asserted: true } : { ...format, asserted: true, export: digest };
}

/** Whether the data of the function around the place, which begins by saying where its schema stands, names the format's function. */
function isListed({ code, starts }: Assertion, pointer: string, call: string): boolean {
  const tokens = parsePointer(pointer);
  for (let length = tokens.length; length > 0; length--) {
    const start = starts.get(JSON.stringify(formatPointer(tokens.slice(0, length))));
    if (start === undefined) continue;
    return code.slice(start, code.indexOf("\n}", start)).includes(`${call}]`);
  }
  return false;
}
