import type { AgreementKind, ClauseKind } from "../entities/catalogue.js";
import type { Message, Words } from "../kernel/message.js";

/**
 * Something in an agreement that a lawyer should look at under some laws. A tag is a reminder of a question, never an answer: it says
 * neither that a clause is void nor that it is sound.
 */
export interface LegalTag {
  /** The host's or the library's identifier, unique among tags. */
  readonly id: string;
  /** The laws it speaks of, as agreements name theirs, such as `"CN"`. Empty: every law. */
  readonly jurisdictions: readonly string[];
  /** The kinds of agreement it is for. Absent: every kind. */
  readonly kinds?: readonly AgreementKind[] | undefined;
  /** It is for agreements with one of these clauses. Absent: with any clauses. */
  readonly clauses?: readonly ClauseKind[] | undefined;
  /** What to ask the lawyer. */
  readonly question: Words;
  /** Where the law is written down. Absent: the lawyer knows. */
  readonly source?: string | undefined;
}

/** A question for the host's lawyer. Never a verdict, and it changes none. */
export type LegalWarning = Message<"agreements.legal_warning" | "agreements.legal_warning_law_unknown">;

/** The Union itself and its members. */
const EU: readonly string[] = "EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

/**
 * Questions that channel agreements often raise, as a beginning for a host's own list. Not complete, not legal advice, and not kept up
 * with the law: the host's lawyer decides which of them to keep.
 */
export const legalTags: readonly LegalTag[] = [
  {
    id: "resale_price_cn",
    jurisdictions: ["CN"],
    clauses: ["price_policy"],
    question: {
      en: "Does the price policy fix the dealer's resale price or set a floor to it",
      zh: "价格政策是否固定或限定了经销方的最低转售价格",
    },
    source: "Anti-Monopoly Law of the People's Republic of China (2022), article 18",
  },
  {
    id: "resale_price_eu",
    jurisdictions: EU,
    clauses: ["price_policy"],
    question: {
      en: "Does the price policy fix the dealer's resale price or set a floor to it",
      zh: "价格政策是否固定或限定了经销方的最低转售价格",
    },
    source: "Regulation (EU) 2022/720, article 4(a)",
  },
  {
    id: "territory_eu",
    jurisdictions: EU,
    clauses: ["territory", "territory_protection"],
    question: {
      en: "Does the protection of territories keep dealers from answering customers who come to them by themselves",
      zh: "区域保护是否妨碍经销方回应主动上门的客户",
    },
    source: "Regulation (EU) 2022/720, article 4(b) to (d)",
  },
  {
    id: "exclusivity_eu",
    jurisdictions: EU,
    clauses: ["exclusivity"],
    question: {
      en: "Is the ban on like products without a term or longer than five years",
      zh: "对同类产品的限制是否未定期限或超过五年",
    },
    source: "Regulation (EU) 2022/720, article 5(1)(a)",
  },
  {
    id: "exclusivity_any",
    jurisdictions: [],
    clauses: ["exclusivity", "territory_protection"],
    question: {
      en: "Do market shares make the exclusivity or the protection of territories a question of competition law",
      zh: "就市场份额而言，排他或区域保护是否涉及竞争法",
    },
  },
  {
    id: "agent_indemnity_eu",
    jurisdictions: EU,
    kinds: ["agency", "trial"],
    question: {
      en: "Is the other party a commercial agent, who may claim indemnity or compensation at the end, also at the end of a trial",
      zh: "对方是否属于商业代理人，终止时（包括试销期满时）是否可能主张补偿",
    },
    source: "Directive 86/653/EEC, articles 17 and 18; Court of Justice of the European Union, case C-645/16",
  },
  {
    id: "distributor_protection_be",
    jurisdictions: ["BE"],
    kinds: ["agency", "distribution"],
    question: {
      en: "Does the law protect the distributor at the end of an agreement without a term",
      zh: "未定期限的协议终止时，法律是否对分销商有特别保护",
    },
    source: "Belgian Code of Economic Law, book X, title 3",
  },
];
