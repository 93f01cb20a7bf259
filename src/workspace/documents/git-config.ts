/** One setting of a git configuration file. */
export interface GitSetting {
  /** Lower case. */
  readonly section: string;
  /** As written: `origin` of `[remote "origin"]`. */
  readonly subsection: string | undefined;
  /** Lower case. */
  readonly key: string;
  /** `true` where only the key stands. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

const HEADER = /^[ \t]*\[[ \t]*([A-Za-z0-9-]+)(?:\.([^\]\s"]*)|[ \t]+"((?:[^"\\]|\\.)*)")?[ \t]*\]/;

const VARIABLE = /^[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*(=?)/;

const ESCAPES: Readonly<Record<string, string | undefined>> = { n: "\n", t: "\t", b: "\b" };

/** Reads git's own configuration syntax; a line that is none of it is passed over. */
export function parseGitConfig(text: string): readonly GitSetting[] {
  const lines = text.split(/\r?\n/);
  const settings: GitSetting[] = [];
  let place: SectionName | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const header = readHeader(lines[index] ?? "");
    place = header?.name ?? place;
    const variable = readVariable(header?.rest ?? lines[index] ?? "");
    if (variable === undefined || place === undefined) continue;
    const line = index + 1;
    const read = variable.hasValue ? readValue(variable.rest, lines, index) : { value: "true", index };
    index = read.index;
    settings.push({ ...place, key: variable.key, value: read.value, line });
  }
  return settings;
}

interface SectionName {
  readonly section: string;
  readonly subsection: string | undefined;
}

function readHeader(line: string): { readonly name: SectionName; readonly rest: string } | undefined {
  const match = HEADER.exec(line);
  if (match === null) return undefined;
  const [whole, section = "", dotted, quoted] = match;
  const subsection = dotted?.toLowerCase() ?? quoted?.replaceAll(/\\(.)/g, "$1");
  return { name: { section: section.toLowerCase(), subsection }, rest: line.slice(whole.length) };
}

interface VariableStart {
  readonly key: string;
  readonly hasValue: boolean;
  readonly rest: string;
}

function readVariable(text: string): VariableStart | undefined {
  const match = VARIABLE.exec(text);
  if (match === null) return undefined;
  const [whole, key = "", equals] = match;
  return { key: key.toLowerCase(), hasValue: equals === "=", rest: text.slice(whole.length) };
}

/** A value may be quoted in parts, hold escapes, and go on after a backslash at the end of its line. */
function readValue(start: string, lines: readonly string[], from: number): { value: string; index: number } {
  const parts: string[] = [];
  let index = from;
  let state: ScanState = { text: start, isQuoted: false };
  for (;;) {
    const scanned = scanLine(state);
    parts.push(scanned.value);
    if (!scanned.continues || index + 1 >= lines.length) break;
    index += 1;
    state = { text: lines[index] ?? "", isQuoted: scanned.isQuoted };
  }
  return { value: trimUnquoted(parts.join("")), index };
}

interface ScanState {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Stands for a space inside quotes until the spaces outside them are trimmed. */
const KEPT_SPACE = "\u0000";

function scanLine(state: ScanState): { value: string; isQuoted: boolean; continues: boolean } {
  let { isQuoted } = state;
  let value = "";
  for (let index = 0; index < state.text.length; index += 1) {
    const character = state.text.charAt(index);
    if (character === "\\") {
      index += 1;
      if (index >= state.text.length) return { value, isQuoted, continues: true };
      const escaped = state.text.charAt(index);
      value += ESCAPES[escaped] ?? escaped;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "#" || character === ";")) break;
    else value += isQuoted && character === " " ? KEPT_SPACE : character;
  }
  return { value, isQuoted, continues: false };
}

function trimUnquoted(value: string): string {
  return value
    .replace(/^[ \t]+/, "")
    .replace(/[ \t]+$/, "")
    .replaceAll(KEPT_SPACE, " ");
}
