import type { ResolvedInput } from "./config/config.js";
import { type Diagnostic, hasErrors } from "./diagnostic.js";
import { proveFacts } from "./facts/prove-facts.js";
import { Linker } from "./link/link.js";
import { load } from "./load/load.js";
import { locate } from "./load/locate.js";
import type { Judge } from "./sample/find-valid.js";
import { makeSamples, type Sample, type SampleOptions } from "./sample/make-samples.js";
import { lower } from "./schema/schema.js";

/** Samples of an input's root, and what there is to say of them. */
export interface SampleResult {
  readonly samples: readonly Sample[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes payloads of the root of an input that `judge` decides as they should be: see SampleOptions. */
export async function sample(
  input: ResolvedInput,
  judge: Judge,
  options: SampleOptions,
): Promise<SampleResult> {
  const linker = new Linker(input);
  const loaded = await load(input, (known) => linker.findMissing(known));
  const finish = (diagnostics: readonly Diagnostic[], samples: readonly Sample[] = []): SampleResult => ({
    samples,
    diagnostics: locate(loaded.value, diagnostics),
  });
  const linked = linker.link(loaded.value);
  const graph = lower(linked.value, input);
  const found = [...loaded.diagnostics, ...linked.diagnostics, ...graph.diagnostics];
  const [root] = graph.value.roots;
  if (hasErrors(found) || root === undefined) return finish(found);
  const facts = proveFacts(graph.value);
  const made = makeSamples({ graph: graph.value, facts: facts.value, root, judge }, options);
  return finish(made.diagnostics, made.value);
}
