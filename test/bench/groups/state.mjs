// Stepping distributors through twelve states: the library against a hand-written switch and against other state machines.
import { measureSessions } from "../lib/sessions.mjs";

/** Absolute times, by the variant they are taken from. */
const times = {
  "state.step_ns": "qudao",
  "state.switch_ns": "switch",
  "state.xstate_ns": "xstate",
  "state.robot3_ns": "robot3",
  "state.replay1m_ns": "replay",
};

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  const sessions = ["ours", "peers", "replay"];
  const { "state.replay1m_ns": replay, ...found } = await measureSessions(
    new URL("../workers/state.mjs", import.meta.url),
    sessions,
    times,
  );
  // nanoseconds per event of a million are milliseconds of all
  return { ...found, "state.replay1m_s": replay.value === undefined ? replay : { value: replay.value / 1000 } };
}
