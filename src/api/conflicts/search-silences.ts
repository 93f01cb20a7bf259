import { findSilences, SILENCE_MARKER } from "../../workspace/documents/silences.ts";
import { searchByGit } from "../../workspace/search.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";
import type { Silences } from "./silence.ts";

/** The comments that let conflicts be, where nothing else of the files is read; none where there is no git to ask. */
export async function searchSilences({ platform, root }: Session, workspace: Workspace): Promise<Silences> {
  if (workspace.repository?.workTree === undefined) return new Map();
  const holding = await searchByGit(platform, root, { pattern: SILENCE_MARKER });
  return new Map(
    [...(holding ?? [])].flatMap((path) => {
      const read = workspace.readText(path);
      const silences = read.isRead ? findSilences(read.text) : [];
      return silences.length === 0 ? [] : [[path, silences]];
    }),
  );
}
