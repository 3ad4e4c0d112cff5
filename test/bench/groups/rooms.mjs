// Whole questions as a host asks them: a decision on an application, a step in the life of a member.
import { measureSessions } from "../lib/sessions.mjs";

const times = { "rooms.admission_ns": "admission", "rooms.step_ns": "step" };

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  const found = await measureSessions(new URL("../workers/rooms.mjs", import.meta.url), ["all"], times);
  const micro = ({ value, ...rest }) => (value === undefined ? rest : { value: value / 1000 });
  return { "rooms.admission_us": micro(found["rooms.admission_ns"]), "rooms.step_us": micro(found["rooms.step_ns"]) };
}
