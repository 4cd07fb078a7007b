/**
 * Whether no two items are equal as JSON: objects in any order of keys, arrays in order. A property whose value is undefined counts
 * as absent.
 */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  const scalars = new Set<unknown>();
  const structures: object[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item === "object" && item !== null) structures.push(item);
    else if (scalars.size === scalars.add(item).size) return false;
  }
  return structures.length < 2 || areUniqueStructures(structures);
}

function areUniqueStructures(structures: readonly object[]): boolean {
  const numbers = new ValueNumbers();
  const found = new Set<number>();
  for (const structure of structures) {
    if (found.size === found.add(numbers.numberOf(structure)).size)
      return false;
  }
  return true;
}

/** Numbers values so that equal ones have one number. The work grows with their size, however many there are. */
class ValueNumbers {
  private readonly numbers = new Map<unknown, number>();
  private readonly structures = new Map<string, number>();
  private last = 0;

  /** Numbers first what a structure holds. A list of what is open, instead of recursion: no nesting overflows the stack. */
  numberOf(structure: object): number {
    const open = [structure];
    for (let next = open[0]; next !== undefined; next = open[open.length - 1]) {
      const number = this.numbers.get(next);
      if (number === undefined) {
        // A structure that holds itself has this number there, so that it comes to an end.
        this.numbers.set(next, 0);
        for (const [, value] of membersOf(next)) {
          if (
            typeof value === "object" &&
            value !== null &&
            !this.numbers.has(value)
          )
            open.push(value);
        }
      } else {
        open.pop();
        if (number === 0) this.numbers.set(next, this.numberMembers(next));
      }
    }
    return this.numbers.get(structure) ?? 0;
  }

  /** Two structures are equal where their members' numbers are. */
  private numberMembers(structure: object): number {
    const members = membersOf(structure).map(
      ([key, value]) => `${this.numberOne(key)}:${this.numberOne(value)}`,
    );
    const text = Array.isArray(structure)
      ? `${structure.length}[${members.join()}`
      : `{${members.sort().join()}`;
    const number = this.structures.get(text) ?? ++this.last;
    this.structures.set(text, number);
    return number;
  }

  private numberOne(value: unknown): number {
    const number = this.numbers.get(value) ?? ++this.last;
    this.numbers.set(value, number);
    return number;
  }
}

/** By their keys also the items of an array, which may have far more holes than items. */
function membersOf(structure: object): [string, unknown][] {
  return Object.entries<unknown>(
    structure as { readonly [key: string]: unknown },
  ).filter(([, value]) => value !== undefined);
}
