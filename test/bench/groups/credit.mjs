// A million open items aged on one day against a hand-written loop, and a hundred thousand orders of five thousand members decided in one call.
import { measureSessions } from "../lib/sessions.mjs";

/** Absolute times, by the variant they are taken from. */
const times = { "credit.ageing_ns": "qudao", "credit.bare_ageing_ns": "bare_loop" };

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export const measure = () => measureSessions(new URL("../workers/credit.mjs", import.meta.url), ["ageing", "orders"], times);
