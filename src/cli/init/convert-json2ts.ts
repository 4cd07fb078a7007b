import type { Input } from "../../config/config.js";
import { type PlannedInput, stemOf, takeName } from "./planned-input.js";
import type { Json2tsCall } from "./read-json2ts.js";

/** What a flag of json2ts becomes: options of ours, a remark where it has no counterpart, both, or nothing. */
interface Converted {
  readonly options?: Partial<Input>;
  readonly remark?: string;
}

type Value = string | boolean;

/**
 * The input that does what a call of json2ts did, with its printer of types. Undefined where it reads standard input.
 * `isFolder` says whether its input is a folder of schemas; `taken` are the outputs that other inputs have.
 */
export function convertCall(
  call: Json2tsCall,
  isFolder: (path: string) => boolean,
  taken: Set<string>,
): PlannedInput | undefined {
  if (call.input === undefined) return undefined;
  const source = trimPath(call.input);
  const output = takeName(nameOutputs(call, source), taken);
  const converted = [...call.flags].map(([name, value]) => convertFlag(name, value));
  const options = converted.map(({ options: some }) => some ?? {});
  const replaced = call.output?.endsWith(".ts")
    ? [`Replaces ${call.output}: delete that when nothing imports it.`]
    : [];
  return {
    input: {
      schema: isFolder(source) ? `${source}/**/*.{json,yaml,yml}` : source,
      output,
      ...Object.assign({ types: "json-schema-to-typescript" }, ...options),
    },
    remarks: [
      `From the script ${JSON.stringify(call.script)} of package.json.`,
      ...replaced,
      ...converted.flatMap(({ remark }) => remark ?? []),
    ],
  };
}

/** `types/order.d.ts` is the folder `types/order`; a folder stays one. */
function nameOutputs({ output }: Json2tsCall, source: string): readonly string[] {
  const stem = stemOf(source).replaceAll(/[^\w.-]/g, "") || "schemas";
  if (output === undefined) return [`generated/${stem}`];
  const folder = trimPath(output).replace(/(\/index)?(\.d)?\.[cm]?ts$/, "");
  return [folder, `${folder}/${stem}`];
}

function trimPath(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(\.\/)+(?=.)/, "")
    .replace(/(?<=.)\/+$/, "");
}

function convertFlag(name: string, value: Value): Converted {
  if (name.startsWith("style."))
    return { remark: `json2ts --${name}: Prettier's configuration of the output's folder holds.` };
  if (name.startsWith("$refOptions"))
    return { remark: `json2ts --${name}: \`remote\` names the hosts that may be read.` };
  const convert = Object.hasOwn(conversions, name) ? conversions[name] : undefined;
  return convert?.(value) ?? { remark: `json2ts --${name}: there is no such option here.` };
}

/** By flag. What is so here in any case becomes nothing. */
const conversions: Readonly<Record<string, (value: Value) => Converted>> = {
  additionalProperties: (value) =>
    value === false
      ? {
          options: { types: "schemist" },
          remark: "json2ts --no-additionalProperties: no index signature in types; guards go by the schema.",
        }
      : {},
  bannerComment: (value) => ({ options: { banner: withoutMarks(String(value)) } }),
  cwd: (value) => ({ remark: `json2ts --cwd=${value}: references start from the document that has them.` }),
  declareExternallyReferenced: (value) =>
    value === false
      ? { remark: "json2ts --no-declareExternallyReferenced: every document has its module." }
      : {},
  enableConstEnums: () => ({}),
  format: (value) => (value === false ? { options: { format: false } } : {}),
  ignoreMinAndMaxItems: (value) => (value === false ? {} : lengths("ignoreMinAndMaxItems")),
  inferStringEnumKeysFromValues: (value) =>
    value === false
      ? {}
      : {
          options: { enums: "const" },
          remark:
            "json2ts --inferStringEnumKeysFromValues: an object of the values, and a union, in place of an enum.",
        },
  maxItems: (value) => lengths(`maxItems=${value}`),
  strictIndexSignatures: (value) =>
    value === false
      ? {}
      : { remark: "json2ts --strictIndexSignatures: use the compiler's noUncheckedIndexedAccess." },
  unknownAny: (value) =>
    value === false ? { remark: "json2ts --no-unknownAny: it is unknown, never any." } : {},
  unreachableDefinitions: () => ({}),
};

function lengths(flag: string): Converted {
  return {
    remark: `json2ts --${flag}: lengths are tuples while these are few, and else documented; guards check them.`,
  };
}

/** A banner is text here: the marks of its comment are made. */
function withoutMarks(banner: string): string {
  return banner
    .replaceAll(/^\s*\/\*+\s?|\s*\*+\/\s*$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*(\*|\/\/)\s?/, "").trimEnd())
    .join("\n")
    .trim();
}
