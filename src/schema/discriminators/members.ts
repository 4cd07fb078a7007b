import type { LinkedSchema, SchemaId } from "../../link/linked.js";
import { formatPointer, parsePointer } from "../../pointer.js";
import { fragmentOf, resolveUri, withoutFragment } from "../../uri.js";
import { keywordsOf } from "../branch-tags.js";
import type { Structure } from "../structure.js";
import type { Discriminator } from "./discriminator.js";

/** One of the schemas that a discriminator tells apart. */
export interface Member {
  /** The branch that leads to it. */
  readonly branch: SchemaId;
  /** What the branch amounts to: the definition that it does nothing but refer to, or the branch itself. */
  readonly schema: SchemaId;
  /** The definitions that it goes by, first the one that the branch names. */
  readonly definitions: readonly SchemaId[];
  /** What it is called among the definitions, and so its value where nothing says another. */
  readonly name: string | undefined;
}

/** What a branch of `anyOf` or `oneOf` leads to. */
export function resolveBranch(structure: Structure, branch: SchemaId): Member {
  const definitions: SchemaId[] = [];
  let schema = branch;
  const visited = new Set<SchemaId>();
  for (let next: SchemaId | undefined = branch; next !== undefined && !visited.has(next);) {
    schema = next;
    visited.add(next);
    const isDefinition = structure.get(next)?.lowered.source.definition ?? false;
    if (isDefinition) definitions.push(next);
    next = followAlias(structure, next, isDefinition);
  }
  const { $ref } = keywordsOf(structure, schema);
  // Keywords beside a reference are the branch's own; it is known as what it refers to all the same.
  if (definitions.length === 0 && $ref !== undefined) definitions.push($ref as SchemaId);
  const [first] = definitions;
  return { branch, schema, definitions, name: first && nameOf(structure, first) };
}

/** Of a schema that does nothing but refer, the target. An `allOf` of one reference does no more, unless it has a name of its own. */
function followAlias(structure: Structure, id: SchemaId, isDefinition: boolean): SchemaId | undefined {
  const { $ref, type, allOf, ...others } = keywordsOf(structure, id);
  if (Object.keys(others).length > 0) return undefined;
  if (!allOf) return type === undefined ? ($ref as SchemaId | undefined) : undefined;
  const [only, ...more] = allOf;
  if (isDefinition || $ref !== undefined || only === undefined || more.length > 0) return undefined;
  const isReference = Object.keys(keywordsOf(structure, only as SchemaId)).join() === "$ref";
  return isReference ? (only as SchemaId) : undefined;
}

const definitionMaps: ReadonlySet<string | undefined> = new Set(["schemas", "$defs", "definitions"]);

/**
 * The name of a schema component, which is a value of the discriminator by itself: its key among the definitions, or, of a whole
 * document, what that is called. What stands anywhere else has none.
 */
export function nameOf(structure: Structure, id: SchemaId): string | undefined {
  const source = structure.get(id)?.lowered.source;
  if (!source?.definition) return undefined;
  const tokens = parsePointer(source.place.pointer);
  if (tokens.length === 0) return source.givenNames[0];
  return definitionMaps.has(tokens.at(-2)) ? tokens.at(-1) : undefined;
}

const componentName = /^[\w.-]+$/;

/**
 * The schema among the candidates that a value of `mapping` means: a name first, then a reference.
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function findMapped<T extends Pick<Member, "definitions">>(
  structure: Structure,
  { source }: Discriminator,
  text: string,
  candidates: readonly T[],
): T | undefined {
  const uri = normalizeUri(resolveUri(source.baseUri, text));
  const sources = candidates.map((candidate) => ({
    candidate,
    definitions: candidate.definitions.flatMap((id) => structure.get(id)?.lowered.source ?? []),
  }));
  const named = componentName.test(text)
    ? sources.filter(({ definitions }) => definitions.some(({ id }) => nameOf(structure, id) === text))
    : [];
  const near = named.find(({ definitions }) =>
    definitions.some(({ place }) => place.uri === source.place.uri),
  );
  const found = near ?? named[0] ?? sources.find(({ definitions }) => definitions.some(isAt(uri)));
  return found?.candidate;
}

/** Whether a URI leads to the schema: by its document, its base, its `$id` or its anchor. */
export function isAt(uri: string): (schema: LinkedSchema) => boolean {
  return ({ place, baseUri, value }) => {
    const { $id, $anchor } = typeof value === "boolean" ? {} : value;
    const fragments = [
      place.pointer,
      ...(typeof $id === "string" ? [""] : []),
      ...(typeof $anchor === "string" ? [$anchor] : []),
    ];
    return uri === `${place.uri}#${place.pointer}` || fragments.some((each) => uri === `${baseUri}#${each}`);
  };
}

export function normalizeUri(uri: string): string {
  const fragment = fragmentOf(uri);
  return `${withoutFragment(uri)}#${fragment.startsWith("/") ? formatPointer(parsePointer(fragment)) : fragment}`;
}
