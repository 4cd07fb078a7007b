import type { Diagnostic, DiagnosticCode } from "../../diagnostic.js";
import { diagnose } from "../../diagnostic.js";
import type { JsonValue } from "../../json.js";
import { appendPointer } from "../../pointer.js";
import type { Structure } from "../structure.js";
import type { Discriminator } from "./discriminator.js";
import type { Group } from "./find-groups.js";
import type { Member } from "./members.js";
import { nameOf } from "./members.js";

type Reported = Extract<DiagnosticCode, `discriminator-${string}`>;

/** Reports on the members of one group, each at its own place. */
export class Reports {
  readonly diagnostics: Diagnostic[] = [];
  readonly #structure: Structure;
  readonly #group: Group;

  constructor(structure: Structure, group: Group) {
    this.#structure = structure;
    this.#group = group;
  }

  /** That an entry of the mapping leads to none of the members. */
  mappingMissing(text: string, ...tokens: readonly string[]): void {
    const help =
      this.#group.base === undefined
        ? "Correct it, or list the schema among the branches beside the discriminator."
        : "Correct it, or give the schema an `allOf` with a reference to this one.";
    const message = `The discriminator maps to ${JSON.stringify(text)}, which is none of the schemas that it tells apart.`;
    this.#atDiscriminator("discriminator-mapping-missing", message, help, ...tokens);
  }

  /** That a member is not mapped where others are. */
  unmapped(member: Member, name: string): void {
    const message = `No mapping leads to ${this.#title(member)}, so its value of ${this.#property()} is its name, "${name}".`;
    this.#atMember("discriminator-unmapped", message, "Map a value to it, if it has another.", member);
  }

  valueMissing(member: Member): void {
    const message = `This branch has no name, and no value of its own for ${this.#property()}, so the discriminator does not tell it apart.`;
    const help = "Make it a definition and refer to it, or give the property a `const`.";
    this.#atMember("discriminator-value-missing", message, help, member);
  }

  repeated(member: Member, value: JsonValue, other: Member): void {
    const message = `${this.#title(member)} has the value ${JSON.stringify(value)} of ${this.#property()}, which ${this.#title(other)} has as well.`;
    const help = "Give each a value of its own, by `mapping` or a `const`.";
    this.#atMember("discriminator-value-repeated", message, help, member);
  }

  /** That what is mapped is not what the member says of itself, which counts. */
  mappingDisagrees(member: Member, mapped: readonly string[], listed: readonly JsonValue[]): void {
    const message = `The discriminator maps ${show(mapped)} to ${this.#title(member)}, whose own values of ${this.#property()} are ${show(listed)}, which count.`;
    const help = "Let the two say the same.";
    const [first = ""] = mapped;
    const isHere = this.#group.discriminator.mapping.has(first);
    this.#atDiscriminator("discriminator-disagrees", message, help, ...(isHere ? ["mapping", first] : []));
  }

  nameDisagrees(member: Member, wanted: readonly string[], listed: readonly JsonValue[]): void {
    const message = `${this.#property()} of ${this.#title(member)} may be ${show(listed)}, and not ${show(wanted)}, so the discriminator does not tell it apart.`;
    const help = "Map one of these values to it, or add its value to the enum.";
    this.#atMember("discriminator-disagrees", message, help, member);
  }

  notString(member: Member, wanted: readonly string[]): void {
    const message = `${this.#property()} of ${this.#title(member)} cannot be ${show(wanted)}, since it is no string, so the discriminator does not tell it apart.`;
    const help = "Let the property be a string, or give it a `const` of its type in each variant.";
    this.#atMember("discriminator-not-string", message, help, member);
  }

  fallback(member: Member): void {
    const message = `${this.#title(member)} is for all values of ${this.#property()} that no other variant has, so no tag tells it apart.`;
    const help = "Nothing need be done; map values to it if it has some of its own.";
    this.#atMember("discriminator-fallback", message, help, member);
  }

  #property(): string {
    return `\`${this.#group.discriminator.property}\``;
  }

  #title({ name, schema }: Member): string {
    return `\`${name ?? nameOf(this.#structure, schema) ?? "this branch"}\``;
  }

  #atMember(code: Reported, message: string, help: string, { branch, schema }: Member): void {
    const at = this.#group.base === undefined ? branch : schema;
    const place = this.#structure.get(at)?.lowered.source.place;
    this.diagnostics.push(diagnose(code, message, help, place));
  }

  #atDiscriminator(code: Reported, message: string, help: string, ...tokens: readonly string[]): void {
    this.diagnostics.push(reportAt(this.#group.discriminator, code, message, help, ...tokens));
  }
}

/** That nothing is told apart. */
export function reportUnused(discriminator: Discriminator): Diagnostic {
  const message =
    "This discriminator stands beside no `oneOf` or `anyOf`, and no schema that is read has an `allOf` with a reference to this one, so it tells nothing apart.";
  const help =
    "Put it beside the union, let the variants refer to this schema in their `allOf`, or leave it out.";
  return reportAt(discriminator, "discriminator-unused", message, help);
}

function reportAt(
  { source: { place } }: Discriminator,
  code: Reported,
  message: string,
  help: string,
  ...tokens: readonly string[]
): Diagnostic {
  const pointer = appendPointer(place.pointer, "discriminator", ...tokens);
  return diagnose(code, message, help, { uri: place.uri, pointer });
}

function show(values: readonly JsonValue[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}
