import { hasRepeatedKeys } from "../../workspace/documents/repeated-keys.ts";
import { isTemplate } from "../../workspace/templates.ts";
import type { Workspace } from "../../workspace/types.ts";

/**
 * True for a text that a tool has yet to fill in, and for a page. What is wrong with it is not told, and a parser finds
 * thousands of faults in it.
 */
export function isNoDocument(workspace: Workspace, path: string): boolean {
  const read = workspace.readText(path);
  return read.isRead && (isTemplate(path, read.text, workspace) || isPage(read.text));
}

/** A page of Markdown with its front matter, whatever it is called: `---`, keys, `---`, a heading, words. */
function isPage(text: string): boolean {
  if (!text.startsWith("---\n")) return false;
  const end = text.indexOf("\n---\n", 3);
  return end !== -1 && /^\s*# [^\n]+\n\s*\n(## |[A-Z*])/.test(text.slice(end + 5, end + 500));
}

/** Nearly every JSON file is right and names each key once, and told to be so in no time; some hold one value a line. */
export function isPlainJson(workspace: Workspace, path: string): boolean {
  const read = workspace.readText(path);
  if (!read.isRead) return true;
  const text = read.text.replace(/^\uFEFF/, "").trim();
  const parsed = parse(text);
  if (parsed !== undefined) return !hasRepeatedKeys(text, parsed.value);
  return (
    isNote(text) ||
    isStream(text) ||
    (text.includes("\n") &&
      text.split("\n").every((line) => line.trim() === "" || isJson(line) || isRecord(line)))
  );
}

/** `// Put your key here`: nothing but comments, until somebody does. */
function isNote(text: string): boolean {
  return text !== "" && text.split("\n").every((line) => /^\s*(\/\/.*)?$/.test(line));
}

/** Values one after the other, each from the left. */
function isStream(text: string): boolean {
  const values = text.split(/(?<=^[}\]])\s*\n(?=[{[])/m);
  return values.length > 1 && values.every(isJson);
}

/** As the shell of MongoDB writes it, and its import reads it. */
function isRecord(line: string): boolean {
  return /^\s*\{.+\}\s*$/.test(line);
}

function isJson(text: string): boolean {
  return parse(text) !== undefined;
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
