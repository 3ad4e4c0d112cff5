// Compares the public surface of every folder with its reviewed report, test/api/<folder>.api.md, and fails on a difference.
// `--update` writes the reports instead. Reads dist: build first.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const update = process.argv.includes("--update");
const reports = resolve("test/api");
const temporary = mkdtempSync(join(tmpdir(), "qudao-api-"));

const folders = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).exports)
  .map((entry) => /^\.\/([\w-]+)$/.exec(entry)?.[1])
  .filter((folder) => folder !== undefined);

const quiet = { default: { logLevel: "none" } };

function configOf(folder) {
  const entry = resolve(`dist/${folder}/index.d.ts`);
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run npm run build first`);
  return ExtractorConfig.prepare({
    configObjectFullPath: resolve("package.json"),
    packageJsonFullPath: resolve("package.json"),
    configObject: {
      projectFolder: resolve("."),
      mainEntryPointFilePath: entry,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "es2022",
            lib: ["es2022"],
            module: "nodenext",
            moduleResolution: "nodenext",
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: [entry],
        },
      },
      newlineKind: "lf",
      apiReport: { enabled: true, reportFileName: `${folder}.api.md`, reportFolder: reports, reportTempFolder: temporary },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Types of lower floors are "forgotten" by the entry of a higher one: the documentation build proves that none is unreachable.
      messages: { compilerMessageReporting: quiet, extractorMessageReporting: quiet, tsdocMessageReporting: quiet },
    },
  });
}

mkdirSync(reports, { recursive: true });
const configs = folders.map(configOf);
const compilerState = CompilerState.create(configs[0], {
  additionalEntryPoints: configs.slice(1).map((config) => config.mainEntryPointFilePath),
});

let changed = 0;
for (const [i, folder] of folders.entries()) {
  const report = `test/api/${folder}.api.md`;
  const silent = { messageCallback: (message) => (message.handled = message.logLevel !== "error") };
  const result = Extractor.invoke(configs[i], { localBuild: update, compilerState, ...silent });
  if (result.apiReportChanged) {
    changed++;
    console.log(update ? `wrote ${report}` : `${report} is not what the build gives:`);
    if (!update)
      spawnSync(
        "git",
        ["--no-pager", "diff", "--no-index", "--", existsSync(report) ? report : "/dev/null", join(temporary, `${folder}.api.md`)],
        { stdio: "inherit" },
      );
  }
}

for (const file of readdirSync(reports)) {
  if (folders.includes(file.replace(/\.api\.md$/, ""))) continue;
  changed++;
  console.log(update ? `removed test/api/${file}` : `test/api/${file} reports a folder that the package does not have`);
  if (update) rmSync(join(reports, file));
}

rmSync(temporary, { recursive: true });
if (changed === 0) console.log(`The public surface of ${folders.length} folders is as reviewed.`);
else if (!update) {
  console.log("Review the change, then run npm run api:update and commit the reports.");
  process.exit(1);
}
