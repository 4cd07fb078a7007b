import { join } from "node:path";
import { diagnose, type Outcome } from "../../diagnostic.js";

/** The config's text as the project's Prettier would write it; a warning where its configuration cannot be read. */
export async function formatConfig(text: string, folder: string, name: string): Promise<Outcome<string>> {
  // Loaded here, since nothing is formatted where there is nothing to write.
  const { format, resolveConfig } = await import("prettier");
  const filepath = join(folder, name);
  try {
    const options = await resolveConfig(filepath, { editorconfig: true, useCache: false });
    return { value: await format(text, { ...options, filepath }), diagnostics: [] };
  } catch (error) {
    const message = `Prettier's options for ${name} cannot be read: ${(error as Error).message}`;
    const help = "Correct Prettier's configuration; until then, the config is formatted without it.";
    return {
      value: await format(text, { filepath }),
      diagnostics: [diagnose("formatting-unread", message, help)],
    };
  }
}
