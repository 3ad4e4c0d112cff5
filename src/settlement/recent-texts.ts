/**
 * Texts that lines repeat (dates, rates, categories), each kept with its number at the place that a few of its characters name: one look and
 * one comparison, where a dictionary takes several. Two texts of one place drive each other out, and are read anew each time.
 *
 * @internal
 */
export interface RecentTexts {
  readonly texts: string[];
  readonly numbers: Int32Array;
}

/** A power of two. */
const PLACES = 1024;

/** Nothing is read yet: the empty text stands for none, and is none of those that are kept. @internal */
export function recentTexts(): RecentTexts {
  return { texts: Array.from({ length: PLACES }, () => ""), numbers: new Int32Array(PLACES) };
}

/** The place of a text that is not empty, by its end: of its own for every number of three digits. @internal */
export function placeOfText(text: string): number {
  const last = text.length - 1;
  const before = Math.max(last - 1, 0);
  const first = Math.max(last - 2, 0);
  return (text.charCodeAt(last) + text.charCodeAt(before) * 10 + text.charCodeAt(first) * 100) & (PLACES - 1);
}

/** The place of ten characters, of its own for every day of a year. @internal */
export function placeOfDate(text: string): number {
  return (text.charCodeAt(9) + text.charCodeAt(8) * 10 + text.charCodeAt(6) * 40 + text.charCodeAt(5) * 400) & (PLACES - 1);
}

/** @internal */
export function keepText({ texts, numbers }: RecentTexts, place: number, text: string, number: number): void {
  texts[place] = text;
  numbers[place] = number;
}
