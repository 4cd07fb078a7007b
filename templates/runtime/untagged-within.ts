/** As `Untagged`, of what may stand deeper: a tag is a property, or the path to one. */
export type UntaggedWithin<T, Tag> = T extends unknown
  ? {
      [Key in keyof T as Key extends Tag ? never : Key]: [
        TagBelow<Tag, Key>,
      ] extends [never]
        ? T[Key]
        : UntaggedWithin<T[Key], TagBelow<Tag, Key>>;
    }
  : never;

/** Of the paths that begin with a key, what follows it. */
type TagBelow<Tag, Key> = Tag extends readonly [Key, infer Last]
  ? Last
  : Tag extends readonly [Key, ...infer Rest]
    ? Rest
    : never;
