/** @type {(value: any) => boolean} */
export const guard = (value) =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value.number === "number" &&
  typeof value.negNumber === "number" &&
  typeof value.maxNumber === "number" &&
  typeof value.string === "string" &&
  typeof value.longString === "string" &&
  typeof value.boolean === "boolean" &&
  isNested(value.deeplyNested) &&
  // All seven are there.
  Object.keys(value).length === 7;

/** @type {(value: any) => boolean} */
const isNested = (value) =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value.foo === "string" &&
  typeof value.num === "number" &&
  typeof value.bool === "boolean" &&
  Object.keys(value).length === 3;
