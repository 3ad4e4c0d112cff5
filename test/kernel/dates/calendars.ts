import type { SpecialDay, WorkCalendar, WorkWeek } from "qudao/kernel";
import { frozen } from "./support.js";

/** Monday to Friday. */
export const fiveDays: WorkWeek = frozen({
  monday: "full",
  tuesday: "full",
  wednesday: "full",
  thursday: "full",
  friday: "full",
  saturday: "none",
  sunday: "none",
});

const springFestival = { en: "Spring Festival", zh: "春节" };
const nationalDay = { en: "National Day", zh: "国庆节" };
const off = (date: string, titles: SpecialDay["titles"]): SpecialDay => ({ date, works: "none", titles });
const madeUp = (date: string, titles: SpecialDay["titles"]): SpecialDay => ({ date, works: "full", titles });

/** Spring Festival and National Day of 2024, as the State Council announced them (国办发明电〔2023〕7号), in no order. */
export const china2024: WorkCalendar = frozen({
  week: fiveDays,
  days: [
    ...["01", "02", "03", "04", "05", "06", "07"].map((day) => off(`2024-10-${day}`, nationalDay)),
    madeUp("2024-09-29", nationalDay),
    madeUp("2024-10-12", nationalDay),
    madeUp("2024-02-04", springFestival),
    madeUp("2024-02-18", springFestival),
    ...["10", "11", "12", "13", "14", "15", "16", "17"].map((day) => off(`2024-02-${day}`, springFestival)),
    { date: "2024-02-09", works: "morning", titles: { en: "New Year's Eve", zh: "除夕" } },
  ],
});

/** Nobody works. */
export const neverOpen: WorkCalendar = frozen({
  week: { monday: "none", tuesday: "none", wednesday: "none", thursday: "none", friday: "none", saturday: "none", sunday: "none" },
  days: [],
});
