import { isMadeWrong } from "../../../model/made-wrong.ts";
import { folderOfFinding } from "../../causes.ts";
import type { ConflictRule } from "../../rule.ts";

/** Files that git tracks and that its own rules ignore. */
export const trackedButIgnored: ConflictRule = {
  rule: "tracked_but_ignored",
  conflictType: "file_conflict",
  severity: "low",
  title: "A file that git both tracks and ignores",
  reads: ["ignored"],
  strategies: ["manual", "keep_all"],
  evidence: {},
  causeOf: folderOfFinding,
  find: ({ trackedButIgnored: paths }) =>
    paths
      .filter((file) => !isMadeWrong(file) && isMadeByTools(file))
      .map((file) => ({
        about: [file],
        message: `${file} is tracked, and .gitignore leaves it out: a new clone has it, a new copy of it is lost`,
        hint: "Take it from git's index (`git rm --cached`), or except it in .gitignore (`!`).",
        places: [{ file }],
        evidence: {},
      })),
};

/**
 * What tools, editors and systems leave behind. Anything else that a broad pattern ignores was added by force, and so on
 * purpose: a lock file, values for everybody to start from, a source under `bin/`.
 */
function isMadeByTools(file: string): boolean {
  return (
    /(^|\/)(node_modules|bower_components|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.tox|\.nox|\.venv|venv|\.terraform|\.next|\.nuxt|\.svelte-kit|\.turbo|\.parcel-cache|\.gradle|\.idea|\.vs|\.cache|coverage|htmlcov|target|dist|DerivedData|[\w.-]+\.egg-info)\//.test(
      file,
    ) ||
    /\.(log|tmp|temp|swp|swo|pyc|pyo|class|o|obj|orig|rej|bak|tfstate|tfstate\.backup|tsbuildinfo|pid|coverage)$|(~|\.DS_Store|Thumbs\.db|desktop\.ini|npm-debug\.log|\.eslintcache)$/i.test(
      file,
    )
  );
}
