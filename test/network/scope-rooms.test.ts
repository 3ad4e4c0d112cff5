import { readFileSync } from "node:fs";
import { managementScopes, networkMessages, scopeRooms } from "qudao/network";
import { describe, expect, test } from "vitest";

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly exports: object };

describe("scopeRooms", () => {
  test("S19-03: leads from each of the four parts of channel management to folders that there are", () => {
    expect(managementScopes).toStrictEqual(["system_building", "process_control", "member_selection", "terminal_management"]);
    for (const scope of managementScopes) {
      expect(scopeRooms[scope].rooms.length).toBeGreaterThan(0);
      for (const room of scopeRooms[scope].rooms) expect(Object.keys(exports)).toContain(`./${room}`);
    }
  });

  test.each([
    ["en", "docs/explanation/four-parts-of-channel-management.md"],
    ["zh", "docs/explanation/four-parts-of-channel-management.zh.md"],
  ] as const)("S19-03: the page in %s maps the four parts as the data does", (language, path) => {
    const rows = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| ") && line.includes("`qudao/"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map(([, part, rooms]) => [part, rooms])).toStrictEqual(
      managementScopes.map((scope) => [
        networkMessages[`network.scope.${scope}`][language],
        scopeRooms[scope].rooms.map((room) => `\`qudao/${room}\``).join(language === "zh" ? "、" : ", "),
      ]),
    );
  });
});
