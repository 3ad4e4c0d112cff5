import type { IncentiveProgramme } from "../incentives/programme.js";
import { settlementFault } from "./check-policy.js";
import type { AccumulatorMember } from "./policy.js";
import { sameData } from "./same-data.js";

/** By member: all of its group that the programme is for, by index; itself alone where it is in none. @internal */
export function partnersOf(
  { id, earner, window }: IncentiveProgramme,
  members: readonly AccumulatorMember[],
  eligible: Uint8Array,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  return members.map(({ id: memberId, groupIds = [], agreement }, m) => {
    if (eligible[m] !== 1) return [m];
    const own = [...new Set(groupIds)].filter((group) => earner.groupIds?.includes(group) ?? true);
    if (own.length > 1) throw settlementFault("settlement.joint_groups", `policy.members[${m}].groupIds`, { programmeId: id, groups: own });
    const [group] = own;
    if (group === undefined) return [m];
    const partners = groups.get(group) ?? [];
    const first = members[partners[0] ?? m] as AccumulatorMember;
    if (window.kind === "agreement" && !sameData(first.agreement, agreement)) {
      const params = { programmeId: id, groupId: group, first: first.id, second: memberId };
      throw settlementFault("settlement.joint_agreements", `policy.members[${m}].agreement`, params);
    }
    partners.push(m);
    groups.set(group, partners);
    return partners;
  });
}
