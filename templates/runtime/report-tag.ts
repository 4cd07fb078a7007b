import { isObject } from "./is-object.js";
import type { SchemaCheck, SchemaSpot, TagChecks } from "./issue-collector.js";
import { schemaPointerOf } from "./schema-place.js";
import { addMissingTag, addUnknownTag } from "./unknown-tag.js";
import { at } from "./validation-path.js";

/** Reports what is wrong on the way to a tag, or with its value, or by what it leads to. */
export function reportTag(
  {
    keyword,
    at: own,
    path: keys,
    required,
    cases,
    otherwise,
    notObject,
  }: TagChecks,
  spot: SchemaSpot,
  reportCheck: (check: SchemaCheck, spot: SchemaSpot) => void,
): void {
  const { issues } = spot;
  const schema = own ?? schemaPointerOf({ from: spot.place, keyword });
  const tags = cases.flatMap(([, ...values]) => values);
  const known = tags.filter((tag) => tag !== undefined);
  if (notObject !== undefined && !isObject(spot.value))
    return reportCheck(notObject, spot);
  let { value, path } = spot;
  for (const [index, key] of keys.entries()) {
    if (!isObject(value))
      return issues.add(path, keyword, schema, value, "object");
    const isTag = index === keys.length - 1;
    const inner = value[key];
    if (inner === undefined && !(isTag && tags.length > known.length)) {
      const demanded = required[index];
      const [place, by] =
        demanded === undefined ? [schema, keyword] : [demanded, "required"];
      return isTag
        ? addMissingTag(issues, path, key, place, known, by)
        : issues.addRequired(path, key, place, by);
    }
    value = inner;
    path = at(path, key);
  }
  const [check = otherwise] =
    cases.find(([, ...values]) => values.some((tag) => tag === value)) ?? [];
  if (check !== undefined) reportCheck(check, spot);
  // The tag may only be left out.
  else if (known.length === 0) issues.add(path, keyword, schema, value);
  else addUnknownTag(issues, path, keyword, schema, value, known);
}
