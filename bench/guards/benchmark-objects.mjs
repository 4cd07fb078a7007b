// The object of the typescript-runtime-type-benchmarks: what else it has is open, or refused at both levels.

/** @typedef {import("./cases.mjs").Input} Input */

/** @type {(properties: Record<string, unknown>, rest: object) => object} */
const describeObject = (properties, rest) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  ...rest,
});

const [number, string, boolean] = [{ type: "number" }, { type: "string" }, { type: "boolean" }];

/** @type {(rest: object) => import("../unions/by-hand.mjs").Schema} */
const describe = (rest) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...describeObject(
    {
      number,
      negNumber: number,
      maxNumber: number,
      string,
      longString: string,
      boolean,
      deeplyNested: describeObject({ foo: string, num: number, bool: boolean }, rest),
    },
    rest,
  ),
});

export const describeLoose = () => describe({});

export const describeStrict = () => describe({ additionalProperties: false });

const longString =
  "Lorem ipsum dolor sit amet, consectetur adipiscing elit. Vivendum intellegat et qui, ei denique consequuntur vix. Semper aeterno percipit ut his, sea ex utinam referrentur repudiandae.";

/** @type {(salt: number) => Record<string, unknown>} */
const makeObject = (salt) => ({
  number: salt,
  negNumber: -1 - salt / 8,
  maxNumber: Number.MAX_VALUE,
  string: `string ${salt}`,
  longString,
  boolean: salt % 3 === 0,
  deeplyNested: { foo: `bar ${salt}`, num: salt / 2, bool: salt % 2 === 0 },
});

/** @type {(isStrict: boolean) => readonly Input[]} */
export function listBenchmarkInputs(isStrict) {
  /** @type {(name: string, isValid: boolean, change: (object: any) => unknown) => Input} */
  const input = (name, isValid, change) => ({
    name,
    isValid,
    texts: Array.from({ length: 500 }, (_, salt) => JSON.stringify(change(makeObject(salt)))),
  });
  return [
    input("valid", true, (object) => object),
    ...(isStrict ? [input("another key", false, (object) => ({ ...object, another: 1 }))] : []),
    input("invalid late", false, (object) => ({
      ...object,
      deeplyNested: { ...object.deeplyNested, bool: "no" },
    })),
  ];
}
