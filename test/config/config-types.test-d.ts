import { expectTypeOf, it } from "vitest";
import type { Config, Input } from "../../src/config/config.js";
import type * as generated from "../../src/config/generated/index.js";

/** Values are JSON here and any object there; tags are a list here and one or two there; a hook is a function here, which no schema can say. */
type Loose = "schema" | "documents" | "overlays" | "unions" | "hooks";

it("an input has the options that its schema has", () => {
  expectTypeOf<keyof Input>().toEqualTypeOf<keyof generated.Input>();
  expectTypeOf<keyof Config>().toEqualTypeOf<Exclude<keyof generated.Config, "$schema">>();
});

it("an option has the values that its schema admits", () => {
  type Plain = Omit<generated.Input, Loose>;
  const take = (input: Plain): Omit<Input, Loose> => input;
  expectTypeOf(take).parameter(0).toEqualTypeOf<Plain>();
});
