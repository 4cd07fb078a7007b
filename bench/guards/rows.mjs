// A table as an API returns it: one array, its rows all alike.

/** @typedef {import("./cases.mjs").Input} Input */

const [integer, number, string, boolean] = ["integer", "number", "string", "boolean"].map((type) => ({
  type,
}));

/** @type {() => import("../unions/by-hand.mjs").Schema} */
export const describeRows = () => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "array",
  items: {
    type: "object",
    required: ["id", "name", "email", "state", "amount", "isActive", "createdAt"],
    properties: {
      id: integer,
      name: string,
      email: string,
      state: { enum: ["active", "pending", "closed"] },
      amount: number,
      isActive: boolean,
      createdAt: string,
      note: { type: ["string", "null"] },
      tags: { type: "array", items: string },
    },
  },
});

const states = ["active", "pending", "closed"];

/** @type {(id: number) => Record<string, unknown>} */
const makeRow = (id) => ({
  id,
  name: `Row ${id}`,
  email: `row${id}@example.com`,
  state: states[id % 3],
  amount: id * 1.25,
  isActive: id % 4 > 0,
  createdAt: new Date(1_700_000_000_000 + id * 1000).toISOString(),
  note: id % 3 === 0 ? null : `Note ${id}`,
  tags: [`tag-${id % 5}`, "urgent"].slice(0, id % 3),
});

/** @type {() => readonly Input[]} */
export function listRowInputs() {
  const rows = Array.from({ length: 1000 }, (_, id) => makeRow(id));
  const last = { ...makeRow(999), tags: [1] };
  return [
    { name: "valid", isValid: true, texts: [JSON.stringify(rows)] },
    { name: "invalid in the last", isValid: false, texts: [JSON.stringify([...rows.slice(0, 999), last])] },
  ];
}
