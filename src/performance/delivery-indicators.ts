import type { PerformanceIndicator } from "./performance-indicator.js";

/** How a member, or whoever delivers to it, keeps what was promised; from the readings of `measureDeliveries`. @internal */
export const deliveryIndicators: readonly PerformanceIndicator[] = [
  {
    code: "on_time_lines",
    title: { en: "lines on time", zh: "行准时率" },
    meaning: { en: "lines received on or before the promised day ÷ lines promised", zh: "承诺日当天或之前收到的行数 ÷ 承诺行数" },
    unit: "ratio",
    better: "higher",
    accrues: false,
    formula: { kind: "ratio", over: "onTimeLines", under: "deliveryLines" },
  },
  {
    code: "in_full_rate",
    title: { en: "in full", zh: "足量交货率" },
    meaning: { en: "lines of which all was received ÷ lines promised", zh: "足量收到的行数 ÷ 承诺行数" },
    unit: "ratio",
    better: "higher",
    accrues: false,
    formula: { kind: "ratio", over: "inFullLines", under: "deliveryLines" },
  },
  {
    code: "otif_rate",
    title: { en: "on time in full", zh: "准时足量交货率" },
    meaning: {
      en: "lines on time and in full ÷ lines promised; 0.96 is a usual target",
      zh: "准时且足量的行数 ÷ 承诺行数；通常以 0.96 为目标",
    },
    unit: "ratio",
    better: "higher",
    accrues: false,
    formula: { kind: "ratio", over: "onTimeInFullLines", under: "deliveryLines" },
  },
  {
    code: "requested_date_acceptance",
    title: { en: "requested days accepted", zh: "要求日期接受率" },
    meaning: {
      en: "lines promised for the day asked for, or before ÷ lines for which a day was asked for",
      zh: "承诺不晚于要求日期的行数 ÷ 有要求日期的行数",
    },
    unit: "ratio",
    better: "higher",
    accrues: false,
    formula: { kind: "ratio", over: "acceptedLines", under: "requestedLines" },
  },
  {
    code: "quantity_days_late",
    title: { en: "days late times quantity", zh: "逾期数量天数" },
    meaning: { en: "sum of days late × late quantity, up to the end of the period", zh: "逾期天数 × 逾期数量之和，计至期末" },
    unit: "quantity",
    better: "lower",
    accrues: true,
    formula: { kind: "sum", of: "quantityDaysLate" },
  },
  {
    code: "delayed_amount",
    title: { en: "worth of delayed goods", zh: "延误货值" },
    meaning: { en: "worth of all lines less that of lines on time and in full", zh: "全部货值减准时足量的货值" },
    unit: "money",
    better: "lower",
    accrues: true,
    formula: { kind: "sum", of: "delayedAmount" },
  },
];
