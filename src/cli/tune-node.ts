interface Compiling {
  /** From Node 22.1. */
  readonly enableCompileCache?: () => void;
}

interface Engine {
  readonly setFlagsFromString: (flags: string) => void;
}

/**
 * Five to twelve times what is the default there; V8 has counted calls since its version 12, and bytes of bytecode before. Its middle
 * compiler is on from Node 24.
 */
const optimizingLate =
  Number.parseInt(process.versions.v8, 10) < 12
    ? ["--interrupt-budget=600000"]
    : ["--invocation-count-for-maglev=5000", "--invocation-count-for-turbofan=15000"];

/** What is young has little room, and what is old is collected each time that it has grown by half. */
const holdingLittle = ["--semi-space-growth-factor=1", "--heap-growing-percent=50"];

/**
 * Lets V8 optimize later than it does by default, since a run ends before most of what is optimized has paid, and hold less memory. Call it
 * before the heap has grown.
 */
export function tuneEngine(): void {
  const { setFlagsFromString } = process.getBuiltinModule("node:v8") as Engine;
  for (const flag of [...optimizingLate, ...holdingLittle]) setFlagsFromString(flag);
}

/** Lets Node keep what it compiles of the modules that are loaded from here on, for the next run; where it keeps such things, and if it can. */
export function keepCompiled(): void {
  const { enableCompileCache } = process.getBuiltinModule("node:module") as Compiling;
  enableCompileCache?.();
}
