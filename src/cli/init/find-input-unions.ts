import type { Input } from "../../config/config.js";
import { resolveConfig } from "../../config/resolve-config.js";
import { hasErrors } from "../../diagnostic.js";
import { proveFacts } from "../../facts/prove-facts.js";
import { nodeOf } from "../../facts/conjuncts.js";
import { toPascalCase } from "../../identifier.js";
import { Linker } from "../../link/link.js";
import { load } from "../../load/load.js";
import { lower } from "../../schema/schema.js";
import { findUnions } from "../../unions/find-unions.js";
import { reportOpenTag } from "../../unions/report-unions.js";
import type { Tag, Union } from "../../unions/unions.js";

/** A tagged union of an input, for people to decide about. */
export interface FoundUnion {
  /** What the config calls it. */
  readonly name: string;
  /** What tells its members apart: `resource`, `data.type`. */
  readonly tags: readonly string[];
  readonly variants: number;
  /** Whether it can be made open, and is not so by itself. */
  readonly canOpen: boolean;
}

/**
 * The tagged unions of an input that have a name. None where the input has errors: `schemist generate` tells those, and
 * keeps no config from being written.
 */
export async function findInputUnions(input: Input, root: string): Promise<readonly FoundUnion[]> {
  const [resolved] = resolveConfig({ inputs: [input] }, root);
  if (!resolved) return [];
  const linker = new Linker(resolved);
  const documents = await load(resolved, (known) => linker.findMissing(known));
  if (hasErrors(documents.diagnostics)) return [];
  const linked = linker.link(documents.value);
  if (hasErrors(linked.diagnostics)) return [];
  const graph = lower(linked.value, resolved);
  if (hasErrors(graph.diagnostics)) return [];
  const facts = proveFacts(graph.value);
  if (hasErrors(facts.diagnostics)) return [];
  const unions = findUnions(graph.value, facts.value, new Map());
  return [...unions.value.values()].flatMap((union) => {
    const { annotations, givenNames } = nodeOf(graph.value, union.node);
    const title = annotations.title === undefined ? [] : [annotations.title];
    // A root goes by its title first, a definition by its key: see docs/naming.md.
    const isRoot = graph.value.roots.includes(union.node);
    const [name = ""] = (isRoot ? [...title, ...givenNames] : [...givenNames, ...title]).map(toPascalCase);
    const canOpen = canBeOpen(union) && reportOpenTag(graph.value, union) === undefined;
    const tags = union.tags.map(nameTag);
    return name === "" ? [] : [{ name, tags, variants: union.variants.length, canOpen }];
  });
}

function canBeOpen({ isOpen, tags }: Union): boolean {
  return !isOpen && tags.every(({ kind }) => kind !== "external");
}

function nameTag(tag: Tag): string {
  if (tag.kind === "presence") return "which property is there";
  return tag.kind === "external" ? tag.name : tag.path.join(".");
}
