import type { PlacedMessage } from "../kernel/message.js";
import type { ParseFaultCode } from "./messages.js";

/**
 * One thing wrong with a value that was to be parsed: a code, the facts, and the place, as `lines[2].amount`.
 * The same for every checker and schema of the library, whatever stands behind it.
 */
export type ParseFault = PlacedMessage<ParseFaultCode>;
