import type { PlacedMessage } from "../kernel/message.js";
import type { IncentiveCode } from "./messages.js";

/** One thing that was found. */
export interface LintFinding extends PlacedMessage<IncentiveCode> {
  /** `fault`: it pays less for more, or never what it says. `warning`: it may be meant, and should be looked at. */
  readonly severity: "fault" | "warning";
}
