/**
 * Are they good: indicators, scorecards, grades, rankings, reviews, programme tiers.
 *
 * @module
 */

export { type PerformanceCode, performanceMessages } from "./messages.js";
