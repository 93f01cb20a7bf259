import { textRanges } from "../../config/usages/scan-usages.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { FileReference } from "../../workspace/references/types.ts";

/** More imports of what is not there stand in files that a tool made. */
const MOST = 300;

/** A bundle holds the modules that its `require` names, by numbers. */
const BUNDLE = /\bwebpackBootstrap\b|^\/\*{6}\/ |\[function ?\(require, ?module, ?exports\)/m;

/** `define("ace/mode/oven", ["require", …`: what it requires are names of modules, whatever file they stand in. */
const NAMED_MODULE = /\bdefine\(\s*["'][^"'\n]+["']\s*,\s*(\[[^\]]*\]\s*,\s*)?function\b/;

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
}

/** Of imports whose target is not there, those that are none or need not be there. */
export function excusedImports<T extends Candidate>(
  candidates: readonly T[],
  workspace: Workspace,
): ReadonlySet<T> {
  const imports = candidates.filter(({ reference }) => reference.kind === "import");
  const byFile = new Map<string, T[]>();
  for (const one of imports) {
    const group = byFile.get(one.file);
    if (group === undefined) byFile.set(one.file, [one]);
    else group.push(one);
  }
  return new Set(
    [...byFile].flatMap(([file, group]) => {
      const read = workspace.readText(file);
      if (!read.isRead || group.length > MOST || NAMED_MODULE.test(read.text) || BUNDLE.test(read.text))
        return group;
      const isExcused = createExcuse(file, read.text);
      return group.filter(({ reference }) => isExcused(reference));
    }),
  );
}

/** An import in a comment or a text is none; one that is tried, or whose file the same code writes, need not be there. */
function createExcuse(file: string, text: string): (reference: FileReference) => boolean {
  const lines = text.split("\n");
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const others = lines.filter((line) => !/\b(from|import|require)\b/.test(line)).join("\n");
  const isInText = textRanges(file, text);
  return ({ line: number, target }) => {
    const line = lines[number - 1] ?? "";
    const start = starts[number - 1] ?? 0;
    const at = Math.max(line.search(/\b(from|import|require)\b/), 0);
    const before = lines.slice(Math.max(number - 4, 0), number - 1).join("\n");
    return (
      others.includes(target) ||
      isInText(start + at) ||
      isCommented(text, start) ||
      isBehindComment(file, line.slice(0, at)) ||
      /\btry\b|ts-(ignore|expect-error)|eslint-disable.*(import|unresolved)/.test(`${before}\n${line}`)
    );
  };
}

/** `test: /oven/, // as in import("./oven")`: what quotes a pattern holds may have hidden the comment. */
function isBehindComment(file: string, before: string): boolean {
  const mark = file.endsWith(".py") ? /(?:^|\s)#\s/ : /(?:^|[\s,;{(])\/\/\s/;
  const start = before.search(mark);
  return start !== -1 && before.slice(0, start).replaceAll(/[^"'`]/g, "").length % 2 === 0;
}

function isCommented(text: string, offset: number): boolean {
  const open = text.lastIndexOf("/*", offset);
  return open !== -1 && text.indexOf("*/", open) >= offset;
}
