import type { Words } from "../kernel/message.js";
import type { ParticipantKind } from "./catalogue.js";

/**
 * What incentive programmes see of a participant: enough to decide whether a programme is for it, and in which line of members it stands.
 * Every `Participant` is one.
 */
export interface ChannelMember {
  /** The host's identifier, unique among participants. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** What the participant is in the channel. */
  readonly kind: ParticipantKind;
  /** The host's own class of members, such as `"gold"`; price lists and programmes select by it. Absent: in no class. */
  readonly memberClass?: string | undefined;
  /** The host's groups that it buys with, such as purchasing groups; it may be in several. Absent: in none. */
  readonly groupIds?: readonly string[] | undefined;
  /** The territory the member is at home in. Absent: in none; a programme for territories leaves it out. */
  readonly territoryId?: string | undefined;
  /** The host's own step in the channel, such as `"tier-1"`. Absent: on none. */
  readonly level?: string | undefined;
  /** The member it buys from and reports to, who may earn an override on it. Absent: it stands right under the manufacturer. */
  readonly uplineId?: string | undefined;
  /** ISO 4217 code of the currency it is paid in. Absent: the currency in which the programme earns. */
  readonly payoutCurrency?: string | undefined;
}
