/** The time that a text of the format date-time says. A leap second, which dates have not, is the second after it. */
export function toDate(text: string): Date {
  const plain = text.toUpperCase().replace(/:60(?=[.Z+-])/, ":59");
  const time = new Date(plain).getTime();
  return new Date(plain === text.toUpperCase() ? time : time + 1000);
}
