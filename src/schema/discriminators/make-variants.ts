import type { SchemaId } from "../../link/linked.js";
import { rootId, subschemaId } from "../../link/linked.js";
import { invariant } from "../../invariant.js";
import { parsePointer } from "../../pointer.js";
import type { LoweredSchema } from "../lowered-schema.js";
import type { Structure } from "../structure.js";
import type { Base } from "./find-bases.js";

/**
 * A definition beside the base that is any of its variants: `PetVariant`, an `anyOf` of references. What a base itself means is
 * let be, since others refer to it for what its variants have in common.
 */
export function makeVariants(
  structure: Structure,
  { id: base, discriminator, variants }: Base,
): readonly [LoweredSchema, ...LoweredSchema[]] {
  const lowered = structure.get(base)?.lowered;
  invariant(lowered, `${base} is not among the schemas`);
  const { source, annotations } = lowered;
  const taken = listNames(structure);
  const given = annotations.typescriptName ?? source.givenNames[0] ?? "";
  let name = `${given}Variant`;
  while (taken.has(name)) name += "s";
  const id = nameBeside(structure, source, name);
  const { place } = discriminator.source;
  const made = {
    source: { ...source, id, place: { ...place, pointer: `${place.pointer}/discriminator` }, value: {} },
    ignored: [],
    dynamic: undefined,
  };
  const branches = variants.map((variant, index): LoweredSchema => ({
    ...made,
    source: {
      ...made.source,
      id: subschemaId(id, ["anyOf", index]),
      definition: false,
      givenNames: [],
    },
    schema: { $ref: variant },
    annotations: {},
  }));
  const description = `Any variant of \`${given}\`, told apart by \`${discriminator.property}\`.`;
  return [
    {
      ...made,
      source: { ...made.source, definition: true, givenNames: [name] },
      schema: { anyOf: branches.map((branch) => branch.source.id) },
      annotations: { description },
    },
    ...branches,
  ];
}

function listNames(structure: Structure): Set<string> {
  const sources = [...structure.values()].map(({ lowered }) => lowered.source);
  return new Set(sources.filter(({ definition }) => definition).flatMap(({ givenNames }) => givenNames));
}

/** Where its author would have put it. */
function nameBeside(structure: Structure, { place }: LoweredSchema["source"], name: string): SchemaId {
  const tokens = parsePointer(place.pointer).slice(0, -1);
  let id = subschemaId(rootId(place.uri), [...tokens, name]);
  while (structure.has(id)) id = subschemaId(id, ["variant"]);
  return id;
}
