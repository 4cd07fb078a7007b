/**
 * One thing that is wrong with a value. The message tells what the schema asks and which type the value has; what the
 * value holds is shown by `received` alone, and by the engine's words about a text that is not JSON.
 */
export interface ValidationIssue {
  /** Where in the value, as a JSON Pointer: `/items/0/name`; empty for the whole value. It always leads to something. */
  readonly pointer: string;
  /** The same as a list of property names and indexes. */
  readonly path: readonly (string | number)[];
  /** The keyword of the schema that is not met, such as `required`; `parse` where a text is not JSON. */
  readonly keyword: string;
  /** Where that keyword stands in this package's `schema.json`: `schema.json#/properties/name/type`. */
  readonly schema: string;
  /** What is wrong, to read after the name of the value: `must be string, but is number`. */
  readonly message: string;
  /** What the keyword asks for. For `required` it is the name of the property that is missing. */
  readonly expected?: string;
  /** The value in short: the JSON text of a scalar, cut to 60 characters; of an array or object its size. */
  readonly received?: string;
}
