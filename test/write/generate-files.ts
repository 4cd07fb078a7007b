import type { GeneratedFile } from "../../src/file.js";

/**
 * The files of one version of an output, with a manifest. Every text differs between versions from its first line to
 * its last, and each version has two files that the other has not.
 */
export function generateFiles(output: string, version: number, count: number, size: number): GeneratedFile[] {
  const line = `export const version${version} = ${version};\n`;
  const text = line.repeat(Math.ceil(size / line.length));
  const shared = Array.from({ length: count }, (_, index) => `src/part-${index % 5}/file-${index}.ts`);
  const paths = [...shared, `src/only-${version}.ts`, `only-${version}/deep/file.ts`];
  const manifest = JSON.stringify({ version, files: [...paths, "schemist.manifest.json"] });
  return [
    ...paths.map((path) => ({ output, path, text })),
    { output, path: "schemist.manifest.json", text: manifest },
  ];
}
