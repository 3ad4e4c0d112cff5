import type { Participant } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { checkExplanation, type Explained, type Result, renderExplanation } from "qudao/kernel";
import { type FlowKind, type Network, type NetworkPolicy, type NetworkRelation, permittedFlows } from "qudao/network";
import { expect } from "vitest";

const raw = /\b(kernel|engine|entities|network)\.[a-z_]+|[{}?]/;

/** The outcome, after checking what every answer promises: the working adds up, both languages have words, JSON changes nothing. */
export function outcomeOf<T>(answer: Explained<T>): T {
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(answer.explanation, { language, catalogue })).not.toMatch(raw);
  }
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.outcome;
}

/** The same for a result; a problem is given as it is, after checking that it has words. */
export function resultOf<T, P extends { readonly code: string; readonly params: object }>(result: Result<Explained<T>, P>): T | P {
  if (result.ok) return outcomeOf(result.value);
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(result.problem as never, { language, catalogue })).not.toMatch(raw);
  }
  expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
  return result.problem;
}

export const policy: NetworkPolicy = { flows: permittedFlows, directShareMost: "0.1", namedAccountIds: [] };

export const maker: Participant = { id: "M", kind: "manufacturer", brandIds: ["B1"] };
export const office: Participant = { id: "F", kind: "factory_office", manufacturerId: "M", territoryIds: ["east"] };
export const agent: Participant = { id: "A", kind: "agent", manufacturerId: "M", territoryId: "SH" };
export const distributor: Participant = { id: "D", kind: "distributor", manufacturerId: "M", territoryId: "SH" };
export const integrator: Participant = { id: "I", kind: "system_integrator", territoryId: "SH" };
export const contractor: Participant = { id: "K", kind: "contractor", territoryId: "SH" };
export const customer: Participant = { id: "C", kind: "industry_customer", industry: "banking", territoryId: "SH" };

/** The same participant under another identifier, or with other fields. */
export function like(one: Participant, changes: object): Participant {
  return { ...one, ...changes } as Participant;
}

/** `"M > A"` is goods from M to A, `"M > A 700"` with an amount; another flow stands before it: `"service A > I"`. */
export function relation(text: string, changes: Partial<NetworkRelation> = {}): NetworkRelation {
  const [, flow = "goods", fromId = "", toId = "", amount] = /^(?:(\w+) )?(\S+) > (\S+)(?: (\S+))?$/.exec(text) ?? [];
  return { id: text, flow: flow as FlowKind, fromId, toId, ...(amount === undefined ? {} : { amount }), ...changes };
}

export function networkOf(participants: readonly Participant[], ...relations: readonly (string | NetworkRelation)[]): Network {
  return { participants, relations: relations.map((one) => (typeof one === "string" ? relation(one) : one)) };
}
