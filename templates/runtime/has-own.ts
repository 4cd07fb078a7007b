/** Whether the property is the object's own, such as a `toString` that the JSON text had. */
export function hasOwn(object: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}
