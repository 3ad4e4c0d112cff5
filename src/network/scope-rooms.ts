import type { ManagementScope } from "./catalogue.js";

/** Which folders of the library serve one part of channel management. */
export interface ScopeRooms {
  /** Folders, as in `qudao/<folder>`, the most important first. */
  readonly rooms: readonly string[];
  /** Where the part is named. */
  readonly sources: readonly string[];
}

/**
 * The map of the library by the four parts of channel management: building the system, controlling the process, selecting members,
 * managing the terminal. `computeBenefit` tells what each brings today and later.
 */
export const scopeRooms: { readonly [S in ManagementScope]: ScopeRooms } = {
  system_building: { rooms: ["network", "agreements"], sources: ["S19-03"] },
  process_control: { rooms: ["lifecycle", "incentives", "settlement"], sources: ["S19-03"] },
  member_selection: { rooms: ["admission"], sources: ["S19-03"] },
  terminal_management: { rooms: ["network"], sources: ["S19-03"] },
};
