import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";
import type { ApplicantManagement, ApplicantTeamMember } from "./applicant.js";
import type { OtherLine, SegmentShare, YearRecord } from "./candidate-facts.js";
import type { CandidateDecision } from "./evaluate-candidate.js";

/**
 * What is kept on file about a member from the day it was selected (渠道成员相关资料). Sections that are absent or null are not on file.
 * `team` and `management` are those of an agent's application, and can be taken over as they are.
 */
export interface MemberDossier {
  /** The host's identifier. Not empty. */
  readonly id: string;
  /** The candidate or member it is about. Not empty. */
  readonly subjectId: string;
  /** Who it is. */
  readonly identity?: DossierIdentity | null | undefined;
  /** The people of its team. */
  readonly team?: readonly ApplicantTeamMember[] | null | undefined;
  /** How it is managed. */
  readonly management?: ApplicantManagement | null | undefined;
  /** Its record in business. */
  readonly business?: DossierBusiness | null | undefined;
  /** Its customers by segment. */
  readonly customers?: readonly SegmentShare[] | null | undefined;
  /** How it was evaluated when it was selected. */
  readonly evaluation?: DossierEvaluation | null | undefined;
}

/** Who it is. A field that is absent, null or empty is not on file. */
export interface DossierIdentity {
  /** The name as registered. */
  readonly legalName?: string | null | undefined;
  /** The number in the business register. */
  readonly registrationNumber?: string | null | undefined;
  /** Where it sits. */
  readonly address?: string | null | undefined;
  /** Who acts for it. */
  readonly representative?: string | null | undefined;
}

/** Its record in business. A field that is absent or null is not on file; an empty list is: there was nothing to list. */
export interface DossierBusiness {
  /** The day it was established. */
  readonly establishedOn?: CalendarDate | null | undefined;
  /** Its business years, with growth and profit. */
  readonly years?: readonly YearRecord[] | null | undefined;
  /** The product lines of others that it carries. */
  readonly lines?: readonly OtherLine[] | null | undefined;
}

/** How it was evaluated. A field that is absent, null or empty is not on file. */
export interface DossierEvaluation {
  /** The day. */
  readonly asOf?: CalendarDate | null | undefined;
  /** Version of the policy. */
  readonly version?: string | null | undefined;
  /** What was decided. */
  readonly decision?: CandidateDecision | null | undefined;
}

/** The sections of a dossier, and what each of them must hold to be complete. */
export const dossierSections: readonly DossierSectionRow[] = [
  {
    section: "identity",
    title: { en: "identity", zh: "主体信息" },
    many: false,
    fields: [
      { field: "legalName", title: { en: "registered name", zh: "登记名称" } },
      { field: "registrationNumber", title: { en: "registration number", zh: "登记号" } },
      { field: "address", title: { en: "address", zh: "住所" } },
      { field: "representative", title: { en: "representative", zh: "法定代表人" } },
    ],
  },
  {
    section: "team",
    title: { en: "team", zh: "团队成员资料" },
    many: true,
    fields: [
      { field: "name", title: { en: "name", zh: "姓名" } },
      { field: "post", title: { en: "post", zh: "职务" } },
      { field: "qualification", title: { en: "qualification", zh: "资质" } },
      { field: "experience", title: { en: "experience", zh: "经历" } },
    ],
  },
  {
    section: "management",
    title: { en: "management", zh: "主体管理资料" },
    many: false,
    fields: [
      { field: "managementTeam", title: { en: "management team", zh: "管理团队" } },
      { field: "managementSystem", title: { en: "management system", zh: "管理制度" } },
    ],
  },
  {
    section: "business",
    title: { en: "record in business", zh: "经营记录" },
    many: false,
    fields: [
      { field: "establishedOn", title: { en: "day of establishment", zh: "成立日期" } },
      { field: "years", list: true, title: { en: "growth and profit record", zh: "成长和盈利记录" } },
      { field: "lines", list: true, title: { en: "other products carried", zh: "经营的其他产品" } },
    ],
  },
  {
    section: "customers",
    title: { en: "customers", zh: "客户构成" },
    many: true,
    fields: [
      { field: "segment", title: { en: "segment", zh: "客户群" } },
      { field: "share", title: { en: "share", zh: "占比" } },
    ],
  },
  {
    section: "evaluation",
    title: { en: "evaluation", zh: "评估结论" },
    many: false,
    fields: [
      { field: "asOf", title: { en: "day of the evaluation", zh: "评估日期" } },
      { field: "version", title: { en: "version of the policy", zh: "所依政策版本" } },
      { field: "decision", title: { en: "decision", zh: "决定" } },
    ],
  },
];

/** One section of a dossier. */
export interface DossierSectionRow {
  /** Field of the dossier. */
  readonly section: Exclude<keyof MemberDossier, "id" | "subjectId">;
  /** What it is called. */
  readonly title: Words;
  /** Whether it is a list of entries. */
  readonly many: boolean;
  /** What it must hold, or each of its entries. */
  readonly fields: readonly DossierFieldRow[];
}

/** One field of a section. */
export interface DossierFieldRow {
  /** Name of the field. */
  readonly field: string;
  /** What it is called. */
  readonly title: Words;
  /** It holds a list, which may be empty. Absent: it holds text. */
  readonly list?: true | undefined;
}

/** A section of a dossier. */
export type DossierSection = DossierSectionRow["section"];
