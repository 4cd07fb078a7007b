/**
 * What json-schema-to-typescript is given: the few forms of a draft-04 schema whose types we know, and no other. A reference is
 * the name of a type, so that it follows none, copies none, and numbers none.
 */
export interface EngineSchema {
  /** The name that the declaration gets; a keyword of our own. */
  readonly schemistName?: string;
  readonly description?: string;
  /** TypeScript that is printed as it stands: a name, or a text in parentheses. */
  readonly tsType?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly allOf?: readonly EngineSchema[];
  readonly anyOf?: readonly EngineSchema[];
  readonly oneOf?: readonly EngineSchema[];
  readonly properties?: Readonly<Record<string, EngineSchema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, EngineSchema>>;
  readonly additionalProperties?: boolean | EngineSchema;
  readonly items?: EngineSchema | readonly EngineSchema[];
  readonly additionalItems?: boolean | EngineSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export const anything: EngineSchema = { tsType: "unknown" };
export const nothing: EngineSchema = { tsType: "never" };

/** Whether the schema, or one within it, is a tuple that comes out as a union, one tuple for each length, or a text that may hold one. */
export function holdsOpenTuple(schema: EngineSchema): boolean {
  const isText = schema.tsType?.startsWith("(") ?? false;
  return isText || isOpenTuple(schema) || listParts(schema).some(holdsOpenTuple);
}

/** Whether alternatives are met with something else in it: compilers do not see that such a type fits itself, written twice. */
export function holdsMetUnion(schema: EngineSchema): boolean {
  const meets = schema.allOf?.some(({ anyOf, oneOf }) => anyOf ?? oneOf) ?? false;
  return meets || listParts(schema).some(holdsMetUnion);
}

function isOpenTuple({ items, minItems = 0 }: EngineSchema): boolean {
  return isTuple(items) && items.length > minItems;
}

function isTuple(items: EngineSchema["items"]): items is readonly EngineSchema[] {
  return Array.isArray(items);
}

function listParts(schema: EngineSchema): readonly EngineSchema[] {
  const { allOf = [], anyOf = [], oneOf = [], properties = {}, patternProperties = {} } = schema;
  const { additionalProperties, items = [], additionalItems } = schema;
  const rests = [additionalProperties, additionalItems].filter((each) => typeof each === "object");
  const members = [...Object.values(properties), ...Object.values(patternProperties)];
  return [...allOf, ...anyOf, ...oneOf, ...members, ...rests, ...[items].flat()];
}
