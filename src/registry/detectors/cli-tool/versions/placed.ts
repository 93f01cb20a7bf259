import type { ProgramCopy } from "../../../types.ts";
import type { Candidate } from "../candidate.ts";
import { compareVersions } from "../managers/shim-target.ts";
import { pathsOf } from "../place-of-program.ts";
import { entryNames, readSmallText } from "../read-small.ts";
import type { VersionPlace } from "../tool.ts";

/** The version that a file beside the program holds, or the name of one, where the table knows such a place. */
export function placedVersion({ tool, context }: Candidate, program: ProgramCopy): string | undefined {
  const path = pathsOf(context.platform);
  const found = (tool.places ?? []).map((place) => {
    const start = path.dirname(place.isBesideLink === true ? program.path : program.realPath);
    return versionAt(path.join(start, place.path), place, context);
  });
  return found.find((version) => version !== undefined);
}

function versionAt(
  file: string,
  place: VersionPlace,
  { platform }: Candidate["context"],
): string | undefined {
  if (place.isFolder !== true) return place.pattern.exec(readSmallText(file, platform) ?? "")?.[1];
  return entryNames(file, platform)
    .flatMap((name) => place.pattern.exec(name)?.[1] ?? [])
    .toSorted(compareVersions)
    .at(-1);
}
