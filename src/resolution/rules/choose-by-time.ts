import type { ResolutionContext } from "../types.ts";

/** Which of some files is the newest, or why nobody can tell. */
export type NewestFile = { readonly path: string } | { readonly refused: string };

/** By git commit time; where one of them is not as it was committed, by when each was written. */
export async function newestFile(
  paths: readonly string[],
  { history }: ResolutionContext,
): Promise<NewestFile> {
  const committed = await Promise.all(paths.map((path) => history.committedAt(path)));
  const isCommitted = committed.every((time) => time !== undefined);
  const times = isCommitted ? committed : paths.map((path) => history.modifiedAt(path));
  const latest = Math.max(...times.map((time) => time ?? 0));
  const newest = paths.filter((_, index) => times[index] === latest);
  const [path] = newest;
  if (path !== undefined && newest.length === 1 && !times.includes(undefined)) return { path };
  return {
    refused: `${newest.length === 0 ? paths.join(" and ") : newest.join(" and ")} were ${isCommitted ? "committed" : "written"} at one time: none is the newest`,
  };
}

/** Which of some files has been there longest by git's history; undefined where git cannot tell them apart. */
export async function oldestFile(
  paths: readonly string[],
  { history }: ResolutionContext,
): Promise<string | undefined> {
  const ages = await Promise.all(paths.map((path) => history.age(path)));
  const most = Math.max(...ages.map((age) => age ?? -1));
  const oldest = paths.filter((_, index) => (ages[index] ?? -1) === most);
  return most >= 0 && oldest.length === 1 ? oldest[0] : undefined;
}
