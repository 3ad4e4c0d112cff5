/** A host reads the changelog to decide whether its figures will move. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Release {
  readonly version: string;
  readonly date: string;
  readonly headings: readonly string[];
  /** Text below each heading. */
  readonly below: { readonly [heading: string]: string };
}

function releasesIn(changelog: string): readonly Release[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = "", ...rest] = section.split("\n");
      const [, version = title, date = ""] = /^\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/.exec(title) ?? [];
      const parts = rest
        .join("\n")
        .split(/^### /m)
        .slice(1)
        .map((part): [string, string] => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n")).trim()]);
      return { version, date, headings: parts.map(([heading]) => heading), below: Object.fromEntries(parts) };
    });
}

function faultsIn(changelog: string): readonly string[] {
  return releasesIn(changelog).flatMap(({ version, date, headings, below }) => [
    ...(date === "" ? [`${version}: the title must be [x.y.z] - YYYY-MM-DD`] : []),
    ...(headings[0] === "Numbers" && headings[1] === "Verdicts" ? [] : [`${version}: Numbers and Verdicts must come first`]),
    ...Object.entries(below).flatMap(([heading, text]) => (text.startsWith("- ") ? [] : [`${version}: ${heading} is empty`])),
    ...["Numbers", "Verdicts"].flatMap((heading) =>
      /\.[1-9]\d*$/.test(version) && !/^- none\b/.test(below[heading] ?? "- none") ? [`${version}: a patch may not change ${heading}`] : [],
    ),
  ]);
}

describe("CHANGELOG.md", () => {
  const changelog = readFileSync("CHANGELOG.md", "utf8");

  test("has a dated section for the version of the package, first of all", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(releasesIn(changelog)[0]).toMatchObject({ version, date: expect.stringMatching(/^\d{4}-/) });
  });

  test("says of every version which numbers and which verdicts change", () => {
    expect(faultsIn(changelog)).toStrictEqual([]);
  });

  test("is seen to fail when a heading is missing, empty, or a patch moves a number", () => {
    const planted = "# C\n\n## [1.0.1] - 2026-01-01\n\n### Numbers\n\n- moved\n\n### Verdicts\n\n## 1.0.0\n\n### Added\n\n- a\n";
    expect(faultsIn(planted)).toStrictEqual([
      "1.0.1: Verdicts is empty",
      "1.0.1: a patch may not change Numbers",
      "1.0.1: a patch may not change Verdicts",
      "1.0.0: the title must be [x.y.z] - YYYY-MM-DD",
      "1.0.0: Numbers and Verdicts must come first",
    ]);
  });
});
