import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.ts";

/** A member of an object; undefined where it is not there. */
type Member = JsonValue | undefined;

/** What both sides agree on. */
export interface Merged {
  readonly value: Member;
}

/** Values merged member by member; undefined where both sides changed the same thing to different ends. */
export function mergeValues(base: Member, ours: Member, theirs: Member): Merged | undefined {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { value: ours };
  if (isSame(base, ours)) return { value: theirs };
  if (!isJsonObject(ours) || !isJsonObject(theirs)) return mergeLists(base, ours, theirs);
  const before = isJsonObject(base) ? base : {};
  const merged: [string, JsonValue][] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const member = mergeValues(own(before, key), own(ours, key), own(theirs, key));
    if (member === undefined) return undefined;
    if (member.value !== undefined) merged.push([key, member.value]);
  }
  return { value: Object.fromEntries(merged) };
}

/** Lists to which both sides only added: what is new of theirs stands behind what is new of ours. */
function mergeLists(base: Member, ours: Member, theirs: Member): Merged | undefined {
  const before = itemsOf(base) ?? [];
  const [mine, other] = [itemsOf(ours), itemsOf(theirs)];
  if (mine === undefined || other === undefined) return undefined;
  const keepsBase = (list: readonly JsonValue[]) => before.every((item, index) => isSame(list[index], item));
  if (!keepsBase(mine) || !keepsBase(other)) return undefined;
  const added = other.slice(before.length).filter((item) => !mine.some((one) => isSame(one, item)));
  return { value: [...mine, ...added] };
}

/** True for two values with the same members and items, whatever the order of members. */
export function isSame(a: Member, b: Member): boolean {
  return a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);
}

function canonical(value: JsonValue): string {
  const items = itemsOf(value);
  if (items !== undefined) return `[${items.map((item) => canonical(item)).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${members.join()}}`;
}

function own(object: JsonObject, key: string): Member {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function itemsOf(value: Member): readonly JsonValue[] | undefined {
  const items: readonly JsonValue[] | undefined = Array.isArray(value) ? value : undefined;
  return items;
}
