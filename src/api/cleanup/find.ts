import { fileURLToPath } from "node:url";
import { scanArtifacts, type Scan } from "../../cleanup/scan.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import { listOtherFiles } from "../../workspace/other-files.ts";
import { createPathMatcher } from "../../workspace/path-matcher.ts";
import type { Session } from "../session.ts";
import type { CleanupOptions } from "./types.ts";

const DEFAULT_AGE_DAYS = 30;

/** What can go, and what was left alone. Throws `USAGE` for an impossible number. */
export async function findArtifacts(
  session: Session,
  { maxAgeDays = DEFAULT_AGE_DAYS, include = [], exclude = [], minSize = 0 }: CleanupOptions,
): Promise<Scan> {
  rejectNegative("maxAgeDays", maxAgeDays);
  rejectNegative("minSize", minSize);
  const { platform, root } = session;
  const { config, diagnostics } = await session.loadConfig();
  const facts = await listOtherFiles(platform, root);
  if (facts === undefined) return { artifacts: [], diagnostics: [...diagnostics, unknownTree()] };
  const isIncluded = await createPathMatcher(include.flatMap(anywhere));
  const isExcluded = await createPathMatcher([...exclude.flatMap(anywhere), ...config.ignore]);
  const own = fileURLToPath(import.meta.url);
  const scan = scanArtifacts({
    platform,
    root,
    facts,
    ownProgram: platform.files.realPath(own) ?? own,
    limits: {
      maxAgeDays,
      minSize,
      isWanted: (path) => (include.length === 0 || isIncluded(path)) && !isExcluded(path),
    },
  });
  return { ...scan, diagnostics: [...diagnostics, ...scan.diagnostics] };
}

/** Throws `USAGE` that names the value. */
export function rejectNegative(name: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new OrchestraError("USAGE", `${name} is ${value}, which is no number from 0 on`);
}

/** A name alone is meant at any depth. */
function anywhere(pattern: string): readonly string[] {
  return /\/./.test(pattern) ? [pattern] : [pattern, `**/${pattern}`];
}

function unknownTree(): Diagnostic {
  return {
    severity: "warning",
    code: "CLEANUP_NO_GIT",
    message: "git does not say what it tracks here, so nothing is cleaned up",
    source: "cleanup",
    file: ".git",
    hint: "Try `git status` in this folder.",
  };
}
