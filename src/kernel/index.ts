/**
 * The ground floor: values that mean the same everywhere.
 *
 * Decimals, money, rates and quantities are strings and never lose a digit. Dates are days of the calendar and periods are
 * half-open, so that a day belongs to exactly one. Answers are results (`ok`/`err`) or explained outcomes; words live apart from
 * codes, in Chinese and English. What is malformed throws a `LibraryFault`, and nothing else ever does.
 *
 * @zh
 * 地基：含义处处一致的值。
 *
 * 十进制数、金额、比率与数量都是字符串，一位数字也不丢。日期是日历上的一天，期间左闭右开，因此每一天恰好属于一个期间。答案是结果（`ok`/`err`）或带计算过程的结论；文字与代码分开，中英文并列。不合格式的输入抛出 `LibraryFault`，此外不抛任何东西。
 *
 * @module
 */

// numbers
export {
  type AllocationCode,
  type AllocationFacts,
  type AllocationPolicy,
  type AllocationProblem,
  allocateAmount,
  allocateMoney,
  type MoneyAllocationFacts,
  type RemainderOrder,
  remainderOrders,
} from "./allocation.js";
// dates
export {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  isDate,
  lastDayOfMonth,
  parseDate,
} from "./calendar-date.js";
export { compareDates, earliestDate, latestDate } from "./compare-dates.js";
export { currencyDecimals } from "./currency.js";
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
export { convertMoney, type ExchangePolicy, type ExchangeRate, type ExchangeRoute, exchangeRoutes } from "./exchange.js";
// answers and words
export { checkExplanation, type Explained, type Explanation, type ExplanationLayout, renderExplanation } from "./explanation.js";
export { isLibraryFault, LibraryFault } from "./fault.js";
export { fullMonthsBetween, fullYearsBetween } from "./full-months-between.js";
export type { Json } from "./json.js";
export { findNextOccurrence, listOccurrences } from "./list-occurrences.js";
export { findPeriods, listPeriods, samePeriodYearBefore } from "./list-periods.js";
export {
  type Catalogue,
  type Language,
  type Message,
  type MessageParams,
  type PlacedMessage,
  renderMessage,
  type Words,
} from "./message.js";
export { type KernelCode, kernelMessages } from "./messages.js";
export {
  addMoney,
  compareMoney,
  type Money,
  type MoneyRounding,
  multiplyMoney,
  negateMoney,
  parseMoney,
  roundMoney,
  subtractMoney,
  sumMoney,
} from "./money.js";
export { parsePeriodRule } from "./parse-period-rule.js";
export { parseSchedule } from "./parse-schedule.js";
export {
  daysIn,
  intersectPeriods,
  lastDayOfPeriod,
  type Period,
  parsePeriod,
  periodContains,
  periodsOverlap,
  periodThrough,
} from "./period.js";
export type {
  CalendarPeriodRule,
  CustomPeriod,
  CustomPeriodRule,
  EveryMonthsPeriodRule,
  EveryWeeksPeriodRule,
  FiscalPeriodRule,
  FourFourFivePeriodRule,
  NamedPeriod,
  PeriodRule,
  RetailYear,
  RollingPeriodRule,
  WholePeriodRule,
} from "./period-rule.js";
export { exponentialOfDecimal, logarithmOfDecimal, powerOfDecimal, squareRootOfDecimal } from "./power.js";
export {
  type AmountProrationFacts,
  type AmountProrationPolicy,
  type Proration,
  type ProrationBasis,
  type ProrationFacts,
  type ProrationPolicy,
  prorate,
  prorateAmount,
  prorationBases,
} from "./proration.js";
export {
  addQuantities,
  compareQuantities,
  convertQuantity,
  parseQuantity,
  type Quantity,
  subtractQuantities,
  type UnitTable,
} from "./quantity.js";
export { parseRate, percentFromRate, type Rate, rateFromPercent } from "./rate.js";
export { assertNever, err, ok, type Result } from "./result.js";
export type {
  DailyRecurrence,
  DayInMonth,
  MonthlyRecurrence,
  Occurrence,
  QuarterlyRecurrence,
  Recurrence,
  Schedule,
  ScheduleAdjustment,
  WeeklyRecurrence,
  YearlyRecurrence,
} from "./schedule.js";
export {
  checkVersions,
  inForce,
  type NoVersionInForce,
  type Versioned,
  type VersionFinding,
  type VersionSlice,
  versionsIn,
} from "./versioned.js";
export { type Weekday, weekdayOf } from "./weekday-of.js";
export {
  type DayHalf,
  parseWorkCalendar,
  type SpecialDay,
  type WorkCalendar,
  type WorkedPart,
  type WorkWeek,
  workedParts,
} from "./work-calendar.js";
export {
  addWorkdays,
  countHalfDays,
  countWorkdays,
  type HalfDay,
  type HalfDaySpan,
  isWorkday,
  nextWorkday,
  previousWorkday,
  type WorkedTime,
} from "./workdays.js";
