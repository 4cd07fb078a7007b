/**
 * Whether `text` is a time of day with its offset from UTC, as in `08:30:06.28Z` or `08:30:06+02:00`.
 * Second 60 is a leap second: the last one of a day in UTC, of any day, since they are announced and not computed.
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function isTimeFormat(text: string): boolean {
  const fields = timeFields.exec(text);
  if (fields === null) return false;
  const [, hour, minute, second, sign, offsetHour = "0", offsetMinute = "0"] =
    fields;
  if (second !== "60") return true;
  const offset = minutesOf(offsetHour, offsetMinute) * (sign === "-" ? -1 : 1);
  const minuteInUtc =
    (minutesOf(hour, minute) - offset + minutesOfDay) % minutesOfDay;
  return minuteInUtc === minutesOfDay - 1;
}

const timeFields =
  /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

const minutesOfDay = 24 * 60;

function minutesOf(
  hours: string | undefined,
  minutes: string | undefined,
): number {
  return Number(hours) * 60 + Number(minutes);
}
