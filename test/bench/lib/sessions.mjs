import { figures } from "../targets.mjs";
import { runChild } from "./child.mjs";
import { median, missing, worst } from "./figures.mjs";

const processes = 2;

/**
 * Runs the sessions of a worker, each in two fresh processes, and takes the worse of what they report.
 * @param {URL} worker Prints `{ comparisons, ns }`.
 * @param {readonly string[]} sessions Arguments of the worker.
 * @param {Readonly<Record<string, string>>} times Absolute figures, by the contestant they are taken from.
 * @returns {Promise<Record<string, { value: number, note?: string } | { missing: string }>>}
 */
export async function measureSessions(worker, sessions, times) {
  const reports = [];
  for (let round = 1; round <= processes; round++) {
    for (const session of sessions) reports.push(await runChild(["--expose-gc", worker.pathname, session]));
  }
  const found = {};
  for (const name of new Set(reports.flatMap(({ comparisons }) => Object.keys(comparisons)))) {
    found[name] = combine(
      reports.flatMap(({ comparisons }) => comparisons[name] ?? []),
      figures[name],
    );
  }
  for (const [name, contestant] of Object.entries(times)) {
    const taken = reports.flatMap(({ ns }) => ns[contestant] ?? []);
    found[name] = taken.length === 0 ? missing(`${contestant} did not run`) : { value: median(taken) };
  }
  return found;
}

function combine(parts, figure) {
  const gone = parts.find((part) => part.missing !== undefined);
  if (gone !== undefined) return missing(gone.missing);
  const [{ value, note, pairs }] = parts;
  const all = (name) => parts.map((part) => part[name]);
  if (value !== undefined) return { value: worst(all("value"), figure), note };
  const span = `${Math.min(...all("low")).toFixed(2)} to ${Math.max(...all("high")).toFixed(2)}`;
  return { value: worst(all("ratio"), figure), note: `worse of ${parts.length} processes, median of ${pairs} pairs from ${span}` };
}
