/**
 * The ground floor: values that mean the same everywhere.
 *
 * Decimals, money, rates and quantities are strings and never lose a digit. Dates are days of the calendar and periods are
 * half-open, so that a day belongs to exactly one. Answers are results (`ok`/`err`) or explained outcomes; words live apart from
 * codes, in Chinese and English. What is malformed throws a `LibraryFault`, and nothing else ever does.
 *
 * @module
 */

// answers and words
export { type Explained, type Explanation, type ExplanationLayout, renderExplanation } from "./explanation.js";
export { isLibraryFault, LibraryFault } from "./fault.js";
export type { Json } from "./json.js";
export { type Catalogue, type Language, type Message, type MessageParams, type PlacedMessage, renderMessage, type Words } from "./message.js";
export { type KernelCode, kernelMessages } from "./messages.js";
export { assertNever, err, ok, type Result } from "./result.js";

// numbers
export {
  addDecimals,
  compareDecimals,
  type DecimalLike,
  type DecimalString,
  divideDecimals,
  formatDecimal,
  isDecimal,
  multiplyDecimals,
  parseDecimal,
  type RoundingMode,
  roundDecimal,
  roundingModes,
  subtractDecimals,
  sumDecimals,
} from "./decimal.js";

// dates
