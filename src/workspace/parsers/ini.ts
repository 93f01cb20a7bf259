import type {
  DocumentMember,
  DocumentNode,
  ObjectNode,
  ParsedDocument,
  ParseProblem,
} from "../../model/document.ts";

/**
 * INI as gcloud, AWS, git, npm and Python's configparser write it: sections, `key = value` (or `key: value` where no
 * `=` stands), `#` and `;` comments, indented lines below a key without value as its members, a sub-section such as
 * `[remote "origin"]` under its whole name.
 */
export function parseIni(text: string): ParsedDocument {
  const problems: ParseProblem[] = [];
  const root: OpenObject = { members: [] };
  let section = root;
  let nested: OpenObject | undefined;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const place: Place = { line: index + 1, indent: line.length - line.trimStart().length };
    const content = line.trim();
    if (content === "" || content.startsWith("#") || content.startsWith(";")) continue;
    const name = sectionName(content);
    if (name !== undefined) {
      section = openSection(root, name, place);
      nested = undefined;
    } else if (content.startsWith("["))
      problems.push({ message: "section without its closing bracket", ...at(place) });
    else if (place.indent > 0 && nested !== undefined) addPair(nested, content, place);
    else nested = addPair(section, content, place);
  }
  return { documents: [close(root)], problems };
}

interface Place {
  readonly line: number;
  readonly indent: number;
}

interface OpenMember {
  readonly key: string;
  readonly place: Place;
  readonly value:
    OpenObject | { readonly text: string | null; readonly column: number; readonly nested: OpenObject };
}

interface OpenObject {
  readonly members: OpenMember[];
  readonly place?: Place;
}

function sectionName(content: string): string | undefined {
  const end = content.lastIndexOf("]");
  const rest = content.slice(end + 1).trim();
  if (!content.startsWith("[") || end === -1 || (rest !== "" && !/^[#;]/.test(rest))) return undefined;
  return content.slice(1, end).trim();
}

/** A section that stands twice is one. */
function openSection(root: OpenObject, name: string, place: Place): OpenObject {
  for (const member of root.members)
    if (member.key === name && "members" in member.value) return member.value;
  const section: OpenObject = { members: [], place };
  root.members.push({ key: name, place, value: section });
  return section;
}

/** Adds a pair, and gives the object that indented lines below it would belong to. */
function addPair(target: OpenObject, content: string, place: Place): OpenObject | undefined {
  const split = splitPair(content);
  const nested: OpenObject = { members: [], place };
  const column = place.indent + (split.valueAt === -1 ? content.length : split.valueAt) + 1;
  target.members.push({ key: split.key, place, value: { text: split.value, column, nested } });
  return split.value === "" ? nested : undefined;
}

function splitPair(content: string): {
  readonly key: string;
  readonly value: string | null;
  readonly valueAt: number;
} {
  const equals = content.indexOf("=");
  const separator = equals === -1 ? content.indexOf(":") : equals;
  if (separator === -1) return { key: content, value: null, valueAt: -1 };
  const rest = content.slice(separator + 1);
  const value = rest.trim();
  return {
    key: content.slice(0, separator).trim(),
    value: unquote(value),
    valueAt: separator + 1 + rest.indexOf(value),
  };
}

function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$|^'([^']*)'$/.exec(value);
  if (quoted === null) return value;
  return quoted[2] ?? (quoted[1] ?? "").replaceAll(/\\(.)/g, "$1");
}

function close(object: OpenObject): ObjectNode {
  const members = object.members.map((member): DocumentMember => ({
    key: member.key,
    keyPosition: at(member.place),
    value: closeValue(member),
  }));
  return { kind: "object", members, position: at(object.place ?? { line: 1, indent: 0 }) };
}

function closeValue({ value, place }: OpenMember): DocumentNode {
  if ("members" in value) return close(value);
  if (value.nested.members.length > 0) return close(value.nested);
  return { kind: "scalar", value: value.text, position: { line: place.line, column: value.column } };
}

function at({ line, indent }: Place): { readonly line: number; readonly column: number } {
  return { line, column: indent + 1 };
}
