// A million amounts, each split over five parties: the library with its working against dinero.js and naive decimal.js.
import { measureSessions } from "../lib/sessions.mjs";

/** Absolute times, by the variant they are taken from. */
const times = { "splits.split_ns": "qudao", "splits.dinero_ns": "dinero", "splits.decimaljs_ns": "decimaljs" };

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export const measure = () => measureSessions(new URL("../workers/splits.mjs", import.meta.url), ["all"], times);
