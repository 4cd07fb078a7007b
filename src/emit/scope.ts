import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { nameCode } from "./code.js";
import type { Constants } from "./constants.js";

/** What a module's declarations ask for while they are printed: names from other modules, and constants of its own file. */
export class Scope {
  readonly constants: Constants;
  /** What nodes cost that have been asked for; see `estimateCost`. */
  readonly costs = new Map<NodeId, number>();
  readonly #imports = new Map<string, Map<string, boolean>>();

  constructor(constants: Constants) {
    this.constants = constants;
  }

  /** A value from another module. */
  use(module: string, name: string): Code {
    this.#importsFrom(module).set(name, false);
    return nameCode(name);
  }

  /** A type from another module. */
  useType(module: string, name: string): Code {
    const names = this.#importsFrom(module);
    if (!names.has(name)) names.set(name, true);
    return nameCode(name);
  }

  /** A module-level constant; equal values of one name share one. */
  hoist(name: string, value: Code, type?: Code): Code {
    return this.constants.hoist(name, value, type);
  }

  /** By module and name: whether it is a type. More than is needed, where what asked was left out in the end. */
  get imports(): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
    return this.#imports;
  }

  #importsFrom(module: string): Map<string, boolean> {
    const names = this.#imports.get(module) ?? new Map<string, boolean>();
    this.#imports.set(module, names);
    return names;
  }
}
