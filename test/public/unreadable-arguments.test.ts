/** A fault says in which argument something cannot be read. */
import { describe, expect, test } from "vitest";
import { changedInput, type Path, placesIn } from "../support/changed-input.js";
import { type PublicFunction, recordCalls } from "../support/recorded-calls.js";

const { functions, fresh } = await recordCalls();

/** Most places of one valid input that are made unreadable. */
const MOST_PLACES = 30;
/** What is told where its value stands, by a further argument. */
const placed = ({ names }: Named) => names.includes("path");

interface Named extends PublicFunction {
  /** What its arguments are called. */
  readonly names: readonly string[];
}

const named = functions.map((one): Named => ({ ...one, names: namesOf(one.call) })).filter((one) => one.calls.length > 0 && !placed(one));

const failing = () => {
  throw new Error("out of reach");
};
const unreadable: readonly (readonly [string, () => unknown])[] = [
  ["a record whose fields throw", () => new Proxy({}, { get: failing })],
  ["a list whose items throw", () => new Proxy([], { get: failing })],
  ["a field that throws", () => Object.defineProperty({}, "id", { enumerable: true, get: failing })],
];

describe.each(named.map((one) => [one.name, one] as const))("%s()", (_, { call, calls, names }) => {
  test("names the argument that cannot be read", async () => {
    const wrong: string[] = [];
    for (const { args } of calls.slice(0, 3)) {
      for (const path of few(placesIn(args))) {
        for (const [what, make] of unreadable) {
          const name = names[Number(path[0])] ?? "";
          const fault = await faultOf(() => call(...fresh(changedInput(args, path, "replace", make))));
          if (fault?.code === "kernel.unreadable" && !begins(fault.path, name))
            wrong.push(`${what} in ${name}: ${path.join(".")} is told at "${fault.path}"`);
        }
      }
    }
    expect(wrong).toStrictEqual([]);
  });
});

function begins(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`);
}

async function faultOf(ask: () => unknown): Promise<{ readonly code: unknown; readonly path: string } | undefined> {
  try {
    await ask();
    return undefined;
  } catch (caught) {
    return caught as { readonly code: unknown; readonly path: string };
  }
}

/** A bundler may have put a digit behind a name that the module has, too. */
function namesOf(call: unknown): readonly string[] {
  const [, given = ""] = /^[^(]*\(([^)]*)/.exec(String(call)) ?? [];
  return given.split(",").map((name) => name.trim().replace(/\W.*$/s, "").replace(/\d+$/, ""));
}

/** Spread evenly over all of them. */
function few(places: readonly Path[]): readonly Path[] {
  const step = Math.ceil(places.length / MOST_PLACES);
  return places.filter((_, i) => i % step === 0);
}
