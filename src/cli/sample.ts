import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { resolveConfig } from "../config/resolve-config.js";
import { diagnose, hasErrors } from "../diagnostic.js";
import { invariant } from "../invariant.js";
import { stringifyJson } from "../json.js";
import { printJson } from "../package/print-json.js";
import { sample } from "../sample.js";
import type { Sample } from "../sample/make-samples.js";
import type { BundleFlags } from "./bundle.js";
import { evaluate } from "./evaluate.js";
import { runOnSource } from "./run-on-source.js";
import { countOf } from "./show-number.js";
import { showPath } from "./show-path.js";
import type { Streams } from "./streams.js";

/** The flags of `sample`; `out` is a folder. */
export interface SampleFlags extends BundleFlags {
  readonly count: string;
  readonly seed: string;
  readonly invalid?: boolean;
}

/** `schemist sample`: makes payloads that meet a schema, or just not. Returns the exit code. */
export function runSample(schema: string, flags: SampleFlags, streams: Streams): Promise<number> {
  return runOnSource(schema, flags, streams, async ({ input, root }, { tell, say }) => {
    const count = Number(flags.count);
    if (!Number.isInteger(count) || count < 1 || count > 10_000) {
      const message = `--count is "${flags.count}", which is no number of samples.`;
      tell([diagnose("config-invalid", message, "Write an integer from 1 to 10000.")]);
      return "failed";
    }
    const [resolved] = resolveConfig({ inputs: [input] }, root);
    invariant(resolved, "one input resolves to one");
    const evaluation = await evaluate(resolved);
    const options = { count, seed: flags.seed, invalid: flags.invalid ?? false };
    const judge = (value: unknown) => {
      const result = evaluation.validate(value);
      return result.ok ? [] : result.issues;
    };
    const { samples, diagnostics } = await sample(resolved, judge, options);
    tell(diagnostics);
    if (flags.out === undefined) for (const each of samples) streams.stdout.write(`${printLine(each)}\n`);
    else {
      const folder = resolve(streams.cwd, flags.out);
      await writeSamples(folder, samples);
      say(`${showPath(folder, streams.cwd)}: ${countOf(samples.length, "sample")} written`);
    }
    return hasErrors(diagnostics) ? "failed" : samples.length < count ? "findings" : "done";
  });
}

/** One line of JSON: the payload, or, of one that is to be refused, it and why. */
function printLine({ value, issue }: Sample): string {
  if (!issue) return stringifyJson(value);
  const { pointer, keyword, message } = issue;
  return stringifyJson({ issue: { pointer, keyword, message }, value });
}

/** A payload to a file; what it breaks is part of the name of one that is to be refused. */
async function writeSamples(folder: string, samples: readonly Sample[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const width = String(samples.length).length;
  for (const [index, { value, issue }] of samples.entries()) {
    const number = String(index + 1).padStart(width, "0");
    const broken = issue && [issue.keyword, ...issue.pointer.split("/")].join("-").replaceAll(/[^\w]+/g, "-");
    const name = issue ? `invalid-${number}-${broken?.slice(0, 60).replace(/-+$/, "")}` : `valid-${number}`;
    await writeFile(join(folder, `${name}.json`), printJson(value));
  }
}
