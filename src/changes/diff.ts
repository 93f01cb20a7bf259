import { createTwoFilesPatch } from "diff";
import type { Contents } from "./contents.ts";
import type { Effect } from "./effects.ts";
import type { PathState } from "./path-state.ts";

/** Texts longer than this are not compared line by line. Bytes. */
const MAX_TEXT_BYTES = 2_097_152;

/** Hides what is secret in a line of a file. */
export type HideLine = (line: string, path: string) => string;

/** What a plan does to the files, as a unified diff; secrets are hidden in it. */
export function renderEffects(effects: readonly Effect[], contents: Contents, hide: HideLine): string {
  const touched = new Map<string, { before: PathState; after: PathState }>();
  const moves: string[] = [];
  for (const effect of effects) {
    if (effect.effect === "move") {
      moves.push(`rename from ${quote(effect.from)}\nrename to ${quote(effect.to)}\n`);
      continue;
    }
    const known = touched.get(effect.path);
    touched.set(effect.path, { before: known?.before ?? effect.before, after: effect.after });
  }
  const patches = [...touched].map(([path, states]) => renderPath(path, states, { contents, hide }));
  return [...moves, ...patches].join("");
}

interface Rendering {
  readonly contents: Contents;
  readonly hide: HideLine;
}

function renderPath(
  path: string,
  { before, after }: { readonly before: PathState; readonly after: PathState },
  { contents, hide }: Rendering,
): string {
  if (before.kind === "folder" || after.kind === "folder") return renderFolder(path, before, after);
  const [old, fresh] = [before, after].map((state) => textOf(state, contents));
  if (old === undefined || fresh === undefined) return `Binary file ${quote(path)} changes\n`;
  const names = [before, after].map(({ kind }) => (kind === "absent" ? "/dev/null" : quote(path)));
  const patch = createTwoFilesPatch(names[0] ?? "", names[1] ?? "", old, fresh, "", "", { context: 3 });
  const lines = patch.split("\n").slice(1);
  return `${modeLine(path, before, after)}${lines.map((line, index) => hideLine(line, { path, hide, isHead: index < 2 })).join("\n")}`;
}

function renderFolder(path: string, before: PathState, after: PathState): string {
  if (before.kind === "absent") return `new folder ${quote(path)}\n`;
  if (after.kind === "absent") return `removed folder ${quote(path)}\n`;
  return modeLine(path, before, after);
}

function modeLine(path: string, before: PathState, after: PathState): string {
  const [old, fresh] = [before, after].map((state) => ("mode" in state ? state.mode.toString(8) : undefined));
  if (old === undefined || fresh === undefined || old === fresh) return "";
  return `mode of ${quote(path)} from ${old} to ${fresh}\n`;
}

/** A link is shown as the path that it leads to. */
function textOf(state: PathState, contents: Contents): string | undefined {
  if (state.kind === "absent") return "";
  if (state.kind === "link") return `${state.target}\n`;
  if (state.kind !== "file") return undefined;
  const bytes = contents.find(state.content);
  if (bytes === undefined || bytes.length > MAX_TEXT_BYTES || bytes.includes(0)) return undefined;
  return bytes.toString("utf8");
}

function hideLine(
  line: string,
  { path, hide, isHead }: { readonly path: string; readonly hide: HideLine; readonly isHead: boolean },
): string {
  if (isHead || !/^[ +-]/.test(line)) return line;
  return `${line.slice(0, 1)}${hide(line.slice(1), path)}`;
}

/** A name may hold a line break, or what moves a cursor. */
function quote(path: string): string {
  return /[\p{Cc}"\\]/u.test(path) ? JSON.stringify(path) : path;
}
