import type { ChannelMember } from "../entities/channel-member.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import { settlementFault } from "./check-policy.js";

/** By member: all of its group that the programme is for, by index; itself alone where it is in none. @internal */
export function partnersOf(
  { id, earner }: IncentiveProgramme,
  members: readonly ChannelMember[],
  eligible: Uint8Array,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  return members.map(({ groupIds = [] }, m) => {
    if (eligible[m] !== 1) return [m];
    const own = [...new Set(groupIds)].filter((group) => earner.groupIds?.includes(group) ?? true);
    if (own.length > 1) throw settlementFault("settlement.joint_groups", `policy.members[${m}].groupIds`, { programmeId: id, groups: own });
    const [group] = own;
    if (group === undefined) return [m];
    const partners = groups.get(group) ?? [];
    partners.push(m);
    groups.set(group, partners);
    return partners;
  });
}
