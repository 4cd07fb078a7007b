/** @type {(value: number | undefined) => string} */
const show = (value) => (value === undefined ? "" : String(Number(value.toPrecision(3))));

/**
 * Prints what came out for who waits at the console.
 * @param {import("../measure/context.mjs").Result} result
 */
export function printResult({ unit, note, rows }) {
  console.log(note);
  console.table(
    rows.map(({ case: name, contestant, median, low, high, failure, remark, more }) => ({
      case: name,
      contestant,
      [unit]: failure === undefined ? show(median) : failure.slice(0, 40),
      quartiles: failure === undefined ? `${show(low)} to ${show(high)}` : "",
      ...more,
      remark: remark?.slice(0, 60) ?? "",
    })),
  );
}
