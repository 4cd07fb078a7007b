/** A part of a union as it is; of any other type, what it has in common with the union. Compiles faster than an intersection alone. */
export type PartOf<Union, Part> = Part extends infer Known extends Union
  ? Known
  : Part & Union;
