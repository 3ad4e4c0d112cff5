import type { ParticipantKind } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";

/** A way in which prospects are found. */
export interface ProspectSource {
  /** Stable identity, `snake_case`. */
  readonly code: string;
  /** What it is called. */
  readonly title: Words;
}

/** The ways in which prospects are found. A host appends rows of its own. */
export const prospectSources: readonly ProspectSource[] = [
  { code: "advertising", title: { en: "advertising", zh: "广告" } },
  { code: "recruiting", title: { en: "recruiting", zh: "招聘" } },
  { code: "referral", title: { en: "referral", zh: "推荐" } },
  { code: "trade_fair", title: { en: "trade fair", zh: "展会" } },
  { code: "nomination", title: { en: "nomination by an agent or distributor", zh: "代理商或分销商提名" } },
  { code: "factory_office_lead", title: { en: "lead of a factory office", zh: "厂家办事处线索" } },
  { code: "trial_promotion", title: { en: "promotion from trial", zh: "试销商晋升" } },
];

/** Somebody who might become a member of the channel. */
export interface Prospect {
  /** The host's identifier, unique among prospects. Not empty. */
  readonly id: string;
  /** What it would be in the channel. */
  readonly kind: ParticipantKind;
  /** Where it would sell. Absent or null: not known. */
  readonly territoryId?: string | null | undefined;
  /** How it was found: code of a row of the sources. Absent or null: not known. */
  readonly source?: string | null | undefined;
  /** The member that referred or nominated it. Absent or null: nobody did. */
  readonly referrerId?: string | null | undefined;
  /** The day it was found. */
  readonly foundOn: CalendarDate;
}
