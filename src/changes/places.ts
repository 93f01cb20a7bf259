import { join } from "node:path";
import type { ChangeContext } from "./world.ts";

/** Where everything about changes is kept, below `.orchestra/`. Absolute paths. */
export function placesOf({ stateFolder }: Pick<ChangeContext, "stateFolder">) {
  const changes = join(stateFolder, "changes");
  const objects = join(stateFolder, "objects");
  const history = join(changes, "history");
  return {
    changes,
    /** Of the execution that is under way, or that was killed. */
    journal: join(changes, "journal.ndjson"),
    staging: join(changes, "staging"),
    history,
    historyOf: (executionId: string) => join(history, `${executionId}.ndjson`),
    objects,
    packOf: (executionId: string) => join(objects, `${executionId}.pack`),
  };
}

/** True when an execution was begun and not ended, or is under way. Reads one name. */
export function hasInterrupted(context: Pick<ChangeContext, "platform" | "stateFolder">): boolean {
  return context.platform.files.lstat(placesOf(context).journal) !== undefined;
}
