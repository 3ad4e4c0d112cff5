/** What parses as a policy is refused by no verb of its room, and what a verb refuses does not parse. */
import fc from "fast-check";
import { catalogue } from "qudao/i18n";
import { isLibraryFault, renderMessage } from "qudao/kernel";
import { buildJsonSchemas, type PolicyName, parsePolicy, policySchemas } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { deepMutated } from "../support/deep-mutated.js";
import { policyUses } from "../support/policies.js";

const names = Object.keys(policySchemas) as PolicyName[];
const jsonSchemas = buildJsonSchemas();

/** The fault of the policy that its verb throws. One of the facts says that the two do not fit; of a member, facts hold the policy. */
function refusal(name: PolicyName, policy: unknown): string | undefined {
  try {
    policyUses[name].call(policy);
    return undefined;
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    // a product of two numbers that are each allowed can have too many digits, which no look at one of them tells
    if (caught.code === "kernel.out_of_range" && caught.path === "") return undefined;
    if (name !== "MemberPolicy" && caught.path.startsWith("facts")) return undefined;
    return `${caught.code} at ${caught.path}`;
  }
}

test("every policy has an example here", () => expect(Object.keys(policyUses).sort()).toStrictEqual([...names].sort()));

describe.each(names)("%s", (name) => {
  const { policies } = policyUses[name];
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(jsonSchemas[name])));

  test("comes out as it went in, is what its JSON Schema says, and its verb takes it", () => {
    for (const policy of policies) {
      expect(parsePolicy(name, JSON.parse(JSON.stringify(policy)))).toStrictEqual({ ok: true, value: JSON.parse(JSON.stringify(policy)) });
      expect(schema.safeParse(JSON.parse(JSON.stringify(policy))).success).toBe(true);
      expect(() => policyUses[name].call(policy)).not.toThrow();
    }
  });

  test("what parses is refused by no verb; what does not parse says why and where, in both languages", () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies).chain(deepMutated), (policy) => {
        const parsed = parsePolicy(name, policy);
        if (parsed.ok) {
          expect(refusal(name, policy)).toBeUndefined();
          expect(parsed.value).toStrictEqual(policy);
          expect(schema.safeParse(policy).success).toBe(true);
          return;
        }
        expect(parsed.problem.length).toBeGreaterThan(0);
        for (const fault of parsed.problem) {
          expect(typeof fault.path).toBe("string");
          for (const language of ["en", "zh"] as const) expect(renderMessage(fault, language, catalogue)).not.toBe(fault.code);
        }
      }),
      { seed: 20240101, numRuns: 400 },
    );
  });
});
