import type { DocumentMember, DocumentNode } from "../../model/document.ts";

/** A key that stands more than once in one object, with values that differ. */
export interface RepeatedKey {
  /** From the top of the document: `scripts.build`, `steps[2].env`. */
  readonly key: string;
  /** 1-based, one for each time; of a key that stands there ever so often, the first ones. */
  readonly lines: readonly number[];
}

/** Of one document no more keys are told, and of one key no more lines. */
const MOST = 20;

/** Keys under which people write notes, as often as they like, and those that are no text. */
const NOTE = /^(\/\/|#|_*comment|\$comment|_*notes?$|$)/i;

/** Keys of a document that stand twice in one object with different values, in the order of the text. */
export function repeatedKeys(root: DocumentNode): readonly RepeatedKey[] {
  // Nearly no document has any: what its keys are called from the top is only put together for one that has.
  if (!holdsRepeated(root)) return [];
  const found: RepeatedKey[] = [];
  const open: { readonly node: DocumentNode; readonly path: string }[] = [{ node: root, path: "" }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, path } = next;
    if (node.kind === "list")
      node.items.forEach((item, at) => open.push({ node: item, path: `${path}[${at}]` }));
    if (node.kind !== "object") continue;
    for (const { key, value } of node.members) open.push({ node: value, path: joined(path, key) });
    if (repeats(node.members)) found.push(...repeatedIn(node.members, path));
  }
  return found.toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)).slice(0, MOST);
}

function holdsRepeated(root: DocumentNode): boolean {
  const open: DocumentNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === "list") for (const item of node.items) open.push(item);
    if (node.kind !== "object") continue;
    if (repeats(node.members)) return true;
    for (const { value } of node.members) open.push(value);
  }
  return false;
}

function repeats(members: readonly DocumentMember[]): boolean {
  return members.length > 1 && new Set(members.map(({ key }) => key)).size < members.length;
}

function repeatedIn(members: readonly DocumentMember[], path: string): readonly RepeatedKey[] {
  const byKey = new Map<string, DocumentMember[]>();
  for (const member of members) {
    const group = byKey.get(member.key);
    if (group === undefined) byKey.set(member.key, [member]);
    else group.push(member);
  }
  return [...byKey].flatMap(([key, group]) => {
    if (group.length < 2 || NOTE.test(key) || new Set(group.map(({ value }) => textOf(value))).size < 2)
      return [];
    return [
      { key: joined(path, key), lines: group.slice(0, MOST).map(({ keyPosition }) => keyPosition.line) },
    ];
  });
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** What a value says, wherever it stands. */
function textOf(node: DocumentNode): string {
  if (node.kind === "scalar") return JSON.stringify(node.value);
  if (node.kind === "list") return `[${node.items.map(textOf).join()}]`;
  return `{${node.members.map(({ key, value }) => `${JSON.stringify(key)}:${textOf(value)}`).join()}}`;
}

/** True where a JSON text names more keys than its value has: the others were overwritten. */
export function hasRepeatedKeys(text: string, value: unknown): boolean {
  return colonsIn(text) > keysIn(value);
}

/** Outside of texts: one for each key. */
function colonsIn(text: string): number {
  let count = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) isInText = !isInText;
    else if (code === 92) at += 1;
    else if (code === 58 && !isInText) count += 1;
  }
  return count;
}

function keysIn(value: unknown): number {
  let count = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const inside: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += inside.length;
    for (const one of inside) open.push(one);
  }
  return count;
}
