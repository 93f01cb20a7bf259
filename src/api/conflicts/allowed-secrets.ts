import type { DocumentNode } from "../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../workspace/parsers/navigate.ts";
import type { Workspace } from "../../workspace/types.ts";

interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * Tells of a secret whether the project told another scanner to let it pass: by the paths of gitleaks' settings, a
 * fingerprint of `.gitleaksignore` without a commit, or a line of the baseline of detect-secrets.
 */
export async function allowedByOthers(workspace: Workspace): Promise<(place: Place) => boolean> {
  const patterns = await patternsOfGitleaks(workspace);
  const lines = new Set([...fingerprints(workspace), ...(await baseline(workspace))]);
  return ({ file, line }) =>
    lines.has(`${file}\0${line}`) ||
    (file.length <= LONGEST_PATH && patterns.some((pattern) => pattern.test(file)));
}

const LONGEST_PATH = 300;
const LONGEST_PATTERN = 200;
const MOST_PATTERNS = 100;

/** `allowlist` and `allowlists` of the settings at the top; those of single rules are about single rules. */
async function patternsOfGitleaks(workspace: Workspace): Promise<readonly RegExp[]> {
  const path = [".gitleaks.toml", ".github/.gitleaks.toml"].find((name) => workspace.has(name));
  const root = path === undefined ? undefined : (await workspace.parse(path, "toml"))?.documents[0];
  const lists = [nodeAt(root, "allowlist"), ...itemsOf(nodeAt(root, "allowlists"))];
  return lists
    .flatMap((list) => itemsOf(nodeAt(list, "paths")))
    .slice(0, MOST_PATTERNS)
    .flatMap((node) => toPattern(stringAt(node) ?? ""));
}

/** Those that could take long, and those that are written in another dialect, say nothing. */
function toPattern(source: string): readonly RegExp[] {
  const repeats = source.replaceAll(/\\./g, "").match(/[*+{]/g)?.length ?? 0;
  if (source === "" || source.length > LONGEST_PATTERN || repeats > 2 || /\)[*+{]/.test(source)) return [];
  try {
    return [new RegExp(source)];
  } catch {
    return [];
  }
}

/** `FILE:RULE:LINE`; with a commit before it, it is about what the file was then. */
function fingerprints(workspace: Workspace): readonly string[] {
  const read = workspace.readText(".gitleaksignore");
  if (!read.isRead) return [];
  return read.text.split(/\r?\n/).flatMap((text) => {
    const [, file, line] = /^([^:#\s][^:]*):[\w-]+:(\d+)\s*$/.exec(text) ?? [];
    return file === undefined || line === undefined ? [] : [`${file}\0${line}`];
  });
}

async function baseline(workspace: Workspace): Promise<readonly string[]> {
  if (!workspace.has(".secrets.baseline")) return [];
  const root = (await workspace.parse(".secrets.baseline", "jsonc"))?.documents[0];
  return membersOf(nodeAt(root, "results")).flatMap(({ key, value }) =>
    itemsOf(value).flatMap((item) => lineOf(item).map((line) => `${key}\0${line}`)),
  );
}

function lineOf(item: DocumentNode): readonly number[] {
  const node = nodeAt(item, "line_number");
  return node?.kind === "scalar" && typeof node.value === "number" ? [node.value] : [];
}
