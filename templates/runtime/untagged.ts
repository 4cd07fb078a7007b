/** A type, and of a union each member, without some of its properties: what is known of the others stays as it is. */
export type Untagged<T, Tag> = T extends unknown
  ? { [Key in keyof T as Key extends Tag ? never : Key]: T[Key] }
  : never;
