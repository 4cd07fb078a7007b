/** @type {(value: unknown) => boolean} */
export const guard = (value) => {
  if (!Array.isArray(value)) return false;
  for (const row of value) if (!isRow(row)) return false;
  return true;
};

/** @type {(value: any) => boolean} */
const isRow = (value) =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Number.isInteger(value.id) &&
  typeof value.name === "string" &&
  typeof value.email === "string" &&
  (value.state === "active" || value.state === "pending" || value.state === "closed") &&
  typeof value.amount === "number" &&
  typeof value.isActive === "boolean" &&
  typeof value.createdAt === "string" &&
  (value.note === undefined || value.note === null || typeof value.note === "string") &&
  (value.tags === undefined || areTags(value.tags));

/** @type {(value: unknown) => boolean} */
const areTags = (value) => {
  if (!Array.isArray(value)) return false;
  for (const tag of value) if (typeof tag !== "string") return false;
  return true;
};
