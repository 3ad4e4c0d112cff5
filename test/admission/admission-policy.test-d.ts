import type { AgentAdmissionPolicy, DistributorAdmissionPolicy } from "qudao/admission";
import { exampleAgentPolicy, exampleDistributorPolicy } from "qudao/admission";
import { describe, expectTypeOf, test } from "vitest";

describe("a policy", () => {
  type Required<T, K extends keyof T> = T extends { readonly [N in K]: unknown } ? true : false;
  type Agent = "minRegisteredCapital" | "minExperienceYears" | "minSalesCapacity" | "minCashFlow" | "minCapitalTurnover";
  type Distributor = "minRegisteredCapital" | "minExperienceYears" | "minSalesCapacity" | "minOutletNetwork";

  test("has every threshold written down, if only as not agreed (S19-73, S19-92)", () => {
    expectTypeOf<Required<AgentAdmissionPolicy, Agent>>().toEqualTypeOf<true>();
    expectTypeOf<Required<DistributorAdmissionPolicy, Distributor>>().toEqualTypeOf<true>();
    expectTypeOf<null>().toExtend<AgentAdmissionPolicy[Agent]>();
    expectTypeOf<null>().toExtend<DistributorAdmissionPolicy[Distributor]>();
    expectTypeOf<undefined>().not.toExtend<AgentAdmissionPolicy[Agent]>();
  });

  test("that leaves one out does not compile", () => {
    const { minCashFlow: _, ...agent } = exampleAgentPolicy;
    // @ts-expect-error: a threshold is missing
    agent satisfies AgentAdmissionPolicy;
    const { minOutletNetwork: __, ...distributor } = exampleDistributorPolicy;
    // @ts-expect-error: a threshold is missing
    distributor satisfies DistributorAdmissionPolicy;
  });

  test("cannot loosen what keeps decisions fair", () => {
    // @ts-expect-error: the rule on reviewers binds always
    ({ "admission.reviewers_impartial": "advisory" }) satisfies AgentAdmissionPolicy["binding"];
  });
});
