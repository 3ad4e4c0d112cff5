import { participantKinds } from "qudao/entities";
import type { Words } from "qudao/kernel";
import { channelPositions, dutyWeights, flowKinds, networkMessages, participantProfiles } from "qudao/network";
import { describe, expect, test } from "vitest";

const words = networkMessages as { readonly [code: string]: Words | undefined };
const profiles = participantKinds.map((kind) => [kind, participantProfiles[kind]] as const);

describe("participantProfiles", () => {
  test.each(profiles)("S03-02: %s has a function, and each function and duty has words in both languages and a source", (_, profile) => {
    expect(channelPositions).toContain(profile.position);
    expect(profile.functions.length).toBeGreaterThan(0);
    for (const { function: name, sources } of profile.functions) {
      expect(words[`network.function.${name}`]?.en).toMatch(/[a-z]/i);
      expect(words[`network.function.${name}`]?.zh).toMatch(/\p{Script=Han}/u);
      expect(sources.length).toBeGreaterThan(0);
    }
    for (const { duty, sources, owedTo, weight, flow } of profile.duties) {
      expect(words[`network.duty.${duty}`]?.en).toMatch(/[a-z]/i);
      expect(words[`network.duty.${duty}`]?.zh).toMatch(/\p{Script=Han}/u);
      expect(sources.length).toBeGreaterThan(0);
      expect(owedTo.length).toBeGreaterThan(0);
      for (const kind of owedTo) expect(participantKinds).toContain(kind);
      expect(dutyWeights).toContain(weight);
      if (flow !== undefined) expect(flowKinds).toContain(flow);
    }
    for (const source of [...profile.functions, ...profile.duties].flatMap(({ sources }) => sources))
      expect(source).toMatch(/^S\d\d-\d{2,3}$/);
  });

  test("the words of functions and duties are each of one that exists", () => {
    const used = profiles.flatMap(([, { functions, duties }]) => [
      ...functions.map((one) => `network.function.${one.function}`),
      ...duties.map(({ duty }) => `network.duty.${duty}`),
    ]);
    expect(
      Object.keys(words)
        .filter((code) => /^network\.(function|duty)\./.test(code))
        .sort(),
    ).toStrictEqual([...new Set(used)].sort());
  });

  test("S19-57: agents and the manufacturer must serve integrators and contractors, distributors need not", () => {
    const bearers = profiles.filter(([, { duties }]) =>
      ["technical_service", "repair_service"].every((name) => duties.some(({ duty, weight }) => duty === name && weight === "must")),
    );
    expect(bearers.map(([kind]) => kind)).toStrictEqual(["manufacturer", "agent"]);
    for (const { duty, owedTo } of participantProfiles.agent.duties) {
      if (duty === "technical_service") expect(owedTo).toStrictEqual(["system_integrator", "contractor"]);
    }
  });

  test("one kind alone is the source, and one is where goods end", () => {
    const at = (position: string) => profiles.filter(([, profile]) => profile.position === position).map(([kind]) => kind);
    expect(at("source")).toStrictEqual(["manufacturer"]);
    expect(at("consumer")).toStrictEqual(["industry_customer"]);
  });
});
