import type { SaleLine } from "../entities/sale-line.js";
import type { PlacedMessage, Words } from "../kernel/message.js";

/** A sale line as it comes from outside: its shape is what is checked. */
export type IncomingLine = SaleLine;

/** What became of the lines of one call. `accepted + rejected.length = read`, always. */
export interface IntakeReport {
  /** Lines looked at. */
  readonly read: number;
  /** Lines taken in; whether a programme counts them is another question. */
  readonly accepted: number;
  /** The others, each with every reason, in the order of reading. */
  readonly rejected: readonly RejectedLine[];
}

/** A line that was not taken in. Nothing of it was counted anywhere. */
export interface RejectedLine {
  /** Position in this call's lines, from 0. */
  readonly index: number;
  /** The line's identifier, where it has one that can be read. */
  readonly id: string | null;
  /** Everything that is wrong with it. Never empty. */
  readonly problems: readonly RejectionReason[];
}

/** One reason: a code with its place and facts, and the same in words. */
export interface RejectionReason extends PlacedMessage {
  /** The reason as a sentence, in both languages. */
  readonly text: Words;
}
