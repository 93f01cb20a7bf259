import { OrchestraError } from "../model/errors.ts";
import type { Effect } from "./effects.ts";
import type { ChangeContext } from "./world.ts";

interface DirtyCheck {
  readonly effects: readonly Effect[];
  /** Contents that earlier executions wrote, by path. */
  readonly own: () => ReadonlyMap<string, string>;
}

/**
 * Throws `PLAN_REFUSED` when a file is tracked by git and not as git has it: what a person did not commit is not
 * written over without being told to. What an earlier plan left so is nobody's work.
 */
export async function checkDirty(context: ChangeContext, { effects, own }: DirtyCheck): Promise<void> {
  const existing = effects.flatMap((effect) => {
    if (effect.effect === "move") return [{ path: effect.from, content: undefined }];
    const { path, before } = effect;
    return before.kind === "file" || before.kind === "link"
      ? [{ path, content: before.kind === "file" ? before.content : undefined }]
      : [];
  });
  if (existing.length === 0) return;
  const { git } = context.platform;
  const dirty = new Set(
    await git.readDirty(
      context.root,
      existing.map(({ path }) => path),
    ),
  );
  if (dirty.size === 0) return;
  const written = own();
  const foreign = existing.filter(
    ({ path, content }) => dirty.has(path) && (content === undefined || written.get(path) !== content),
  );
  const [first] = foreign;
  if (first === undefined) return;
  const names = [...new Set(foreign.map(({ path }) => path))].toSorted();
  throw new OrchestraError(
    "PLAN_REFUSED",
    `not committed: ${names.slice(0, 10).join(", ")}; nothing was touched`,
    {
      file: first.path,
      hint: "Commit or stash it first, or allow it with --allow-dirty.",
    },
  );
}
