/**
 * Whether `text` is a day of the calendar, as in `2024-02-29`.
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function isDateFormat(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = Number(text.slice(8));
  return (
    day >= 1 &&
    day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
  );
}

/** 0 for a month that no year has. */
function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [
    31,
    isLeapYear ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return days[month - 1] ?? 0;
}
