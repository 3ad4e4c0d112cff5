import type { Organisation } from "../entities/organisation.js";
import type { Participant } from "../entities/participant.js";
import type { Territory } from "../entities/territory.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import type { FlowKind, NetworkSeverity } from "./catalogue.js";
import type { StructureCode } from "./messages.js";
import type { PermittedFlow } from "./permitted-flows.js";

/** A channel as a directed graph: who takes part, and what flows from whom to whom. */
export interface Network {
  /** Who takes part. Identifiers are unique. */
  readonly participants: readonly Participant[];
  /** What flows between them. Identifiers are unique. */
  readonly relations: readonly NetworkRelation[];
  /** The legal persons behind the participants. Absent: not described, and each participant stands for itself. */
  readonly organisations?: readonly Organisation[] | undefined;
  /** The territories that participants and relations name. Absent: not described; equal identifiers are then the same territory. */
  readonly territories?: readonly Territory[] | undefined;
}

/** Something that flows from one participant to another. */
export interface NetworkRelation {
  /** The host's identifier, unique among the relations of a network. Not empty. */
  readonly id: string;
  /** What flows. */
  readonly flow: FlowKind;
  /** The participant that gives: who delivers, reports, serves, pays, influences, supervises, evaluates, nominates or refers. */
  readonly fromId: string;
  /** The participant that receives. */
  readonly toId: string;
  /** Where the relation holds. Absent: where the receiver is at home. */
  readonly territoryId?: string | undefined;
  /** The brands that flow along a goods relation. Absent: all that reach the giver. */
  readonly brandIds?: readonly string[] | undefined;
  /**
   * The value of what flowed in the period looked at, net of tax, not negative. All amounts of a network are of one period and in one
   * currency. Absent: not known.
   */
  readonly amount?: DecimalString | undefined;
}

/** What the structure of a network is checked against. */
export interface NetworkPolicy {
  /** From whom to whom each flow may run: `permittedFlows`, or the host's own table. */
  readonly flows: readonly PermittedFlow[];
  /**
   * How much of what an agent's customers buy the manufacturer may sell them past the agent, as a ratio from `"0"` to `"1"`. Exactly
   * so much is still allowed.
   */
  readonly directShareMost: Rate;
  /** Customers that the manufacturer has reserved for itself (直供客户). Sales to them pass no agent by. Empty: none. */
  readonly namedAccountIds: readonly string[];
}

/** Something noticed about the structure of a network, at a place of it. */
export interface NetworkFinding extends PlacedMessage<StructureCode> {
  /** How much it matters. */
  readonly severity: NetworkSeverity;
  /** The participants it concerns. Empty: it concerns something else, such as a territory. */
  readonly participantIds: readonly string[];
}

/** What findings amount to: one error makes a network `unsound`, otherwise one unknown `undetermined`; warnings leave it `sound`. */
export type NetworkVerdict = "sound" | "undetermined" | "unsound";

/** What the check of a network gives. */
export interface NetworkReview {
  /** What the findings amount to. */
  readonly verdict: NetworkVerdict;
  /** What was noticed, check by check. Empty: nothing. */
  readonly findings: readonly NetworkFinding[];
}
