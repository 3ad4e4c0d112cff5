import type { CalendarDate } from "../kernel/calendar-date.js";
import type { BuyingMode, ParticipantScale } from "./catalogue.js";
import type { ChannelMember } from "./channel-member.js";
import type { CarriedLine, DealerCapability } from "./dealer-capability.js";

/** What all participants share: everything that programmes see, and since when they take part. */
export interface ParticipantBase extends ChannelMember {
  /** The organisation that plays this part. One organisation may play several. Absent: it plays only this one. */
  readonly organisationId?: string | undefined;
  /** The day it joined the channel. Absent: not known; seniority is unknown then, not zero. */
  readonly joinedOn?: CalendarDate | undefined;
}

/** Makes the products and creates the brand: the source of every goods flow (生产商). */
export interface Manufacturer extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "manufacturer";
  /** The brands it created. Empty: it sells unbranded goods. */
  readonly brandIds: readonly string[];
}

/** The manufacturer's place for delivery, information and supervision in a region (厂家办事处). */
export interface FactoryOffice extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "factory_office";
  /** The manufacturer it belongs to. */
  readonly manufacturerId: string;
  /** The territories where it supervises and evaluates, and nowhere else. At least one. */
  readonly territoryIds: readonly string[];
}

/** What all dealers share: they buy and resell by written authorization (经销商). */
export interface DealerBase extends ParticipantBase {
  /** The manufacturer that authorizes it. */
  readonly manufacturerId: string;
  /** What it is able to do. Absent: not known. */
  readonly capability?: DealerCapability | undefined;
  /** The lines it carries, the manufacturer's own included. Absent: not known. Empty: none. */
  readonly carriedLines?: readonly CarriedLine[] | undefined;
}

/** Sells by written authorization: an agent for a place or territory, a distributor at a fixed place (代理商、分销商). */
export interface Dealer extends DealerBase {
  /** Tells participants apart. */
  readonly kind: "agent" | "distributor";
}

/** A distributor on probation, by a written agreement that ends by itself (试销商). */
export interface TrialDistributor extends DealerBase {
  /** Tells participants apart. */
  readonly kind: "trial_distributor";
  /** The trial agreement. */
  readonly agreementId: string;
}

/** Buys to build: solutions for a customer, or projects that need the products (系统集成商、工程商). */
export interface ProjectBuyer extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "system_integrator" | "contractor";
  /** Whether it counts as large, which opens the special evaluation. Absent: not judged yet, neither of the two. */
  readonly scale?: ParticipantScale | undefined;
}

/** Uses the products itself: where every goods flow ends (行业客户). */
export interface IndustryCustomer extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "industry_customer";
  /** The industry, in the host's own words. */
  readonly industry: string;
  /** Whether it counts as large. Absent: not judged yet, neither of the two. */
  readonly scale?: ParticipantScale | undefined;
  /** How it decides what to buy. Absent: not known. */
  readonly buyingMode?: BuyingMode | undefined;
}

/** Sells to consumers from stores of its own (零售商). */
export interface Retailer extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "retailer";
}

/** A way of selling that another participant runs itself: its stores, its sales force (直营门店、直销). */
export interface OwnChannel extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "own_store" | "direct_sales";
  /** The participant that runs it. */
  readonly ownerId: string;
}

/** A way of selling on the internet (电商平台、社交媒体). */
export interface OnlineChannel extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "e_commerce_platform" | "social_media";
  /** The participant that runs it. Absent: a third party outside the channel. */
  readonly ownerId?: string | undefined;
}

/** A shop of an estate agency that refers buyers: referrals flow, not goods (中介门店). */
export interface BrokerStore extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "broker_store";
  /** The agency it belongs to, as an organisation. Absent: it stands alone. */
  readonly agencyId?: string | undefined;
}

/** Supplies goods to the company or its stores (供应商). */
export interface Supplier extends ParticipantBase {
  /** Tells participants apart. */
  readonly kind: "supplier";
  /** The categories of products it supplies. */
  readonly categoryIds: readonly string[];
  /** Its licences and certificates, as evidence documents. Empty: none was handed in, which never counts as qualified. */
  readonly evidenceIds: readonly string[];
}

/** Whoever takes part in a channel, told apart by `kind`. */
export type Participant =
  | Manufacturer
  | FactoryOffice
  | Dealer
  | TrialDistributor
  | ProjectBuyer
  | IndustryCustomer
  | Retailer
  | OwnChannel
  | OnlineChannel
  | BrokerStore
  | Supplier;
