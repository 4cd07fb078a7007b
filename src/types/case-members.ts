import type { PropertyClaims } from "../facts/conjuncts.js";
import { claimAll, compileProperties, keywordsOf } from "../facts/conjuncts.js";
import type { JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId, Pattern, SchemaGraph } from "../schema/schema-graph.js";
import { admits, allTypes, noTypes } from "../schema/type-set.js";
import type { Parts } from "./bases.js";
import { areBasesHigh } from "./bases.js";
import type { Assumption, Case } from "./case.js";
import type { EvaluatedKeys } from "./evaluating.js";
import { findEvaluatedKeys, listEvaluating } from "./evaluating.js";
import { namesOf, templatesOf } from "./keys.js";
import type { Projecting } from "./projection.js";

/** A schema of all keys but those that are named, or match a pattern. */
export interface KeySpace {
  readonly names: readonly string[];
  readonly patterns: readonly KeyPattern[];
  readonly others: NodeId | undefined;
  /** Whether there are no others, though no schema says so. */
  readonly isComplete?: true;
}

/** Keys that match, and their schema; undefined where they may be anything. */
interface KeyPattern {
  readonly pattern: Pattern;
  readonly schema: NodeId | undefined;
}

/** What a case says of the members of objects. */
export class CaseMembers {
  readonly #projecting: Projecting;
  readonly #case: Case;
  readonly #parts: Parts;
  readonly #before: CaseMembers | undefined;
  #conjuncts: readonly NodeId[] | undefined;
  #claims: readonly PropertyClaims[] | undefined;
  #required: ReadonlySet<string> | undefined;
  #allowed: { readonly keys: ReadonlySet<string> | undefined } | undefined;
  #asking: readonly { readonly schema: NodeId; readonly evaluated: EvaluatedKeys }[] | undefined;

  /** `before`: the case that this one adds schemas to. */
  constructor(projecting: Projecting, of: Case, parts: Parts, before?: CaseMembers) {
    this.#projecting = projecting;
    this.#case = of;
    this.#parts = parts;
    this.#before = before;
  }

  /** All schemas that apply, but for those that only the name of a base can stand for. */
  get conjuncts(): readonly NodeId[] {
    const isInline = this.#parts.isBound || areBasesHigh(this.#projecting, this.#parts);
    this.#conjuncts ??= isInline ? this.#parts.inline : this.#listConjuncts();
    return this.#conjuncts;
  }

  #listConjuncts(): readonly NodeId[] {
    const { facts } = this.#projecting;
    const before = this.#before;
    const known = new Set(before ? before.#case.asserted : []);
    const added = this.#case.asserted.filter((id) => !known.has(id));
    if (before && added.length === 0) return before.conjuncts;
    return [...new Set([...(before?.conjuncts ?? []), ...added.flatMap((id) => [...facts.conjuncts(id)])])];
  }

  isRequired(key: string): boolean {
    this.#required ??= new Set([...this.#case.present, ...this.#listRequired()]);
    return this.#required.has(key);
  }

  #listRequired(): readonly string[] {
    const { graph, facts } = this.#projecting;
    return areBasesHigh(this.#projecting, this.#parts)
      ? this.#parts.inline.flatMap((id) => keywordsOf(graph, id).required ?? [])
      : this.#case.asserted.flatMap((id) => [...facts.requiredKeys(id)]);
  }

  /** Whether no object has the key. */
  isAbsent(key: string): boolean {
    return this.#case.absent.has(key) || this.allowedKeys?.has(key) === false;
  }

  /** The only keys that objects may have, where `propertyNames` lists them, or none may be there. */
  get allowedKeys(): ReadonlySet<string> | undefined {
    this.#allowed ??= { keys: this.#listAllowed() };
    return this.#allowed.keys;
  }

  #listAllowed(): ReadonlySet<string> | undefined {
    const { graph, facts } = this.#projecting;
    let allowed: ReadonlySet<string> | undefined;
    for (const id of this.#parts.inline) {
      const { propertyNames, maxProperties } = keywordsOf(graph, id);
      if (maxProperties === 0) return new Set();
      if (propertyNames === undefined) continue;
      const none = !admits(facts.types(propertyNames), "string");
      const names = none ? [] : facts.literals(propertyNames);
      if (!names) continue;
      const before = allowed;
      const strictly = names.filter((name) => typeof name === "string");
      allowed = new Set(before ? strictly.filter((name) => before.has(name)) : strictly);
    }
    return allowed;
  }

  /** The schemas that the value under a key does not meet. */
  excludedAt(key: string): readonly NodeId[] {
    return this.#case.excluded.get(key) ?? [];
  }

  /** The schemas that all apply to the value under a key. */
  claimsOf(key: string): readonly NodeId[] {
    const { graph } = this.#projecting;
    this.#claims ??= this.conjuncts.map((id) => compileProperties(keywordsOf(graph, id)));
    const found = claimAll(this.#claims, key);
    this.#asking ??= this.conjuncts.flatMap((id) => this.#readAsking(id) ?? []);
    if (this.#asking.length === 0) return found;
    const claims = new Set(found);
    for (const { schema, evaluated } of this.#asking) if (!isEvaluated(evaluated, key)) claims.add(schema);
    return [...claims];
  }

  /** What the schemas that are written in say of keys that they do not name; those that say nothing are left out. */
  get spaces(): readonly KeySpace[] {
    const { graph, facts } = this.#projecting;
    return this.#parts.inline.flatMap((id): KeySpace[] => {
      const schema = keywordsOf(graph, id);
      const asked = this.#readAsking(id);
      // What is closed by it says nothing more of the patterns that others state.
      const isClosed = asked !== undefined && facts.types(asked.schema) === noTypes;
      const unevaluated = asked && {
        names: [
          ...asked.evaluated.names,
          ...asked.evaluated.patterns.flatMap(({ pattern }) => namesOf(pattern) ?? []),
        ],
        patterns: isClosed && asked.evaluated.names.size > 0 ? [] : asked.evaluated.patterns,
        others: asked.schema,
      };
      return [readSpace(schema), readNameSpace(graph, schema), unevaluated].filter(
        (space) => space !== undefined,
      );
    });
  }

  /** Whether some object meets what is said of its members, as far as that follows from what was added last; true where it is not known. */
  canBeMet({ asserted = [], present = [], absent = [], excluded = [] }: Assumption): boolean {
    const { graph } = this.#projecting;
    const chosen = asserted.map((id) => keywordsOf(graph, id));
    const demanded = [...present, ...chosen.flatMap(({ required = [] }) => required)];
    if (absent.some((key) => this.isRequired(key)) || demanded.some((key) => this.#case.absent.has(key)))
      return false;
    const named = chosen.flatMap(({ properties }) => [...(properties?.keys() ?? [])]);
    const keys = new Set([...demanded, ...excluded.map(([key]) => key), ...named]);
    return [...keys].every((key) => !this.isRequired(key) || this.#canHave(key));
  }

  /** Whether types and listed values leave something under the key. */
  #canHave(key: string): boolean {
    const { facts } = this.#projecting;
    const claims = this.claimsOf(key);
    const excluded = this.excludedAt(key);
    let types = claims.reduce((set, id) => set & facts.types(id), allTypes);
    for (const id of excluded) types &= ~facts.wholeTypes(id);
    if (types === noTypes) return false;
    const values = claims.map((id) => facts.literals(id)).find((each) => each !== undefined);
    const isLeft = (value: JsonValue): boolean =>
      claims.every((id) => facts.mayAdmit(id, value)) && !excluded.some((id) => facts.mustAdmit(id, value));
    return values === undefined || values.some(isLeft);
  }

  #readAsking(id: NodeId): { schema: NodeId; evaluated: EvaluatedKeys } | undefined {
    const { unevaluatedProperties: schema } = keywordsOf(this.#projecting.graph, id);
    if (schema === undefined) return undefined;
    const schemas: readonly CanonicalSchema[] = listEvaluating(
      this.#projecting,
      this.#case,
      id,
      "unevaluatedProperties",
    );
    const evaluated = findEvaluatedKeys(schemas);
    return evaluated && { schema, evaluated };
  }
}

/** What one schema says of keys that it does not name. */
function readSpace(schema: CanonicalSchema): KeySpace | undefined {
  const { patternProperties: patterns = [], additionalProperties: others } = schema;
  return patterns.length === 0 && others === undefined
    ? undefined
    : { names: namedKeys(schema), patterns, others };
}

/** The keys that the schema gives a schema by name, or by a pattern that is a list of names. */
export function namedKeys({ properties, patternProperties = [] }: CanonicalSchema): readonly string[] {
  return [
    ...(properties?.keys() ?? []),
    ...patternProperties.flatMap(({ pattern }) => namesOf(pattern) ?? []),
  ];
}

/** The keys that match a pattern under `propertyNames`, where templates can say them, and no others. */
function readNameSpace(graph: SchemaGraph, { propertyNames }: CanonicalSchema): KeySpace | undefined {
  const { pattern } = propertyNames === undefined ? {} : keywordsOf(graph, propertyNames);
  if (!pattern || !templatesOf(pattern)) return undefined;
  return { names: [], patterns: [{ pattern, schema: undefined }], others: undefined, isComplete: true };
}

function isEvaluated({ names, patterns }: EvaluatedKeys, key: string): boolean {
  return (
    names.has(key) || patterns.some(({ pattern: { source, flags } }) => new RegExp(source, flags).test(key))
  );
}
