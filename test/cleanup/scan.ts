import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { scanArtifacts, type Scan } from "../../src/cleanup/scan.ts";
import type { ScanLimits } from "../../src/cleanup/types.ts";
import { listOtherFiles } from "../../src/workspace/other-files.ts";
import { temporaryFolder } from "../support/folders.ts";

/** Scans a folder for artifacts of any age, as `setup --cleanup --max-age-days 0` does. */
export async function scanFolder(root: string, limits: Partial<ScanLimits> = {}): Promise<Scan> {
  const env = { HOME: temporaryFolder(), PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1" };
  const platform = createNodePlatform({ env });
  const facts = await listOtherFiles(platform, root);
  if (facts === undefined) throw new Error("git does not say what it tracks");
  return scanArtifacts({
    platform,
    root,
    facts,
    ownProgram: "/nowhere/program.js",
    limits: { maxAgeDays: 0, minSize: 0, isWanted: () => true, ...limits },
  });
}

/** `kind path` of each. */
export function found({ artifacts }: Scan): readonly string[] {
  return artifacts.map(({ kind, path }) => `${kind} ${path}`);
}
