/**
 * Which streams count the lines of which member. Plain loops over what was planned: for thousands of members this is most of opening an
 * accumulator.
 *
 * @internal
 */
import type { PlannedProgramme } from "./plan.js";
import { setBit } from "./scope-masks.js";

/** The earner that a member sells for under a programme is itself, or its upline. */
type Uplines = readonly (number | undefined)[];

/** A stream that counts only lines that all of some programmes count. */
export interface SharedStream {
  readonly of: readonly PlannedProgramme[];
  readonly stream: number;
}

export function maskMembers(
  programmes: readonly PlannedProgramme[],
  shared: readonly SharedStream[],
  uplines: Uplines,
  words: number,
): Int32Array {
  const masks = new Int32Array(uplines.length * words);
  for (const entry of programmes) {
    const streams = [entry.stream, ...entry.measures.flatMap(({ stream, whole }) => (whole === undefined ? [stream] : [stream, whole]))];
    for (let m = 0; m < uplines.length; m++) {
      if (sellsFor(entry, m, uplines)) for (const stream of streams) setBit(masks, m, words, stream);
    }
  }
  for (const { of, stream } of shared) {
    for (let m = 0; m < uplines.length; m++) if (sellsForAll(of, m, uplines)) setBit(masks, m, words, stream);
  }
  return masks;
}

function sellsFor({ eligible, sellers }: PlannedProgramme, m: number, uplines: Uplines): boolean {
  const earner = sellers === undefined ? m : uplines[m];
  return earner !== undefined && eligible[earner] === 1;
}

function sellsForAll(programmes: readonly PlannedProgramme[], m: number, uplines: Uplines): boolean {
  for (const entry of programmes) if (!sellsFor(entry, m, uplines)) return false;
  return true;
}
