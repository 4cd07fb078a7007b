import type { SchemaObject } from "@hyperjump/json-schema/draft-07";
// Either module adds its dialect to the one registry.
import { registerSchema, unregisterSchema } from "@hyperjump/json-schema/draft-07";
import { setShouldValidateSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { JsonSchema } from "../../../src/config/config.js";
import type { JsonValue } from "../../../src/json.js";

/** Says of each instance whether a schema admits it; undefined where the validator cannot decide. */
export type Judge = (schema: JsonValue, instances: readonly JsonValue[]) => Promise<(boolean | undefined)[]>;

/** Two validators that are not ours, the one that agrees with the suite more often first. */
export function findJudges(draft: string, dialect: string, remotes: Record<string, JsonSchema>): Judge[] {
  return [judgeByHyperjump(dialect, remotes), judgeByAjv(draft, remotes)];
}

function judgeByHyperjump(dialect: string, remotes: Record<string, JsonSchema>): Judge {
  const uri = "https://schemist.test/fidelity";
  return async (schema, instances) => {
    const registered: string[] = [];
    const register = (value: JsonValue, address: string): void => {
      registerSchema(value as SchemaObject | boolean, address, dialect);
      registered.push(address);
    };
    // The suite's schemas are not on trial, and a relaxed one may break a rule of the meta-schema.
    setShouldValidateSchema(false);
    try {
      for (const [address, remote] of Object.entries(remotes)) register(remote, address);
      register(schema, uri);
      const check = await validate(uri);
      return instances.map((instance) => attempt(() => check(instance as Parameters<typeof check>[0]).valid));
    } catch {
      return instances.map(() => undefined);
    } finally {
      for (const address of registered) unregisterSchema(address);
      setShouldValidateSchema(true);
    }
  };
}

function judgeByAjv(draft: string, remotes: Record<string, JsonSchema>): Judge {
  return (schema, instances) => {
    try {
      const options = { strict: false, logger: false, validateFormats: false, addUsedSchema: false } as const;
      const ajv = draft === "draft7" ? new Ajv(options) : new Ajv2020(options);
      const isOwn = (address: string): boolean => ajv.getSchema(address) === undefined;
      for (const [address, remote] of Object.entries(remotes)) {
        if (typeof remote === "boolean" || isOwn(address)) ajv.addSchema(remote, address, undefined, false);
      }
      const check = ajv.compile(schema as JsonSchema);
      return Promise.resolve(instances.map((instance) => attempt(() => check(instance))));
    } catch {
      return Promise.resolve(instances.map(() => undefined));
    }
  };
}

function attempt(decide: () => boolean): boolean | undefined {
  try {
    return decide();
  } catch {
    return undefined;
  }
}
