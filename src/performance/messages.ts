import type { Catalogue } from "../kernel/message.js";

/** Words of performance: indicators, scorecards, grades and reviews. */
export const performanceMessages = {} as const satisfies Catalogue;

/** Codes of performance. */
export type PerformanceCode = keyof typeof performanceMessages;
