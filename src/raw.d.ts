/** The text of a file: `import text from "./file.json?raw"`, in the bundle as under vitest. */
declare module "*?raw" {
  const text: string;
  export default text;
}
