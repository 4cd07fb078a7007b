import { DiagnosticError } from "../../src/diagnostic.js";

/** `code: message` of each diagnostic that `work` throws; fails where it throws none. */
export async function diagnosticsOf(work: () => Promise<unknown>): Promise<string[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DiagnosticError)
      return error.diagnostics.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
  throw new Error("nothing was thrown");
}
