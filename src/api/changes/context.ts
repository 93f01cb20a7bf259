import { BUILT_IN_KINDS } from "../../changes/kinds/index.ts";
import type { ChangeContext, RecoveryReport } from "../../changes/world.ts";
import { readContentKey } from "../../state/content-key.ts";
import { withLock } from "../../state/lock.ts";
import type { Session } from "../session.ts";
import { createCustomKinds } from "./custom-kinds.ts";
import { createChangeServices } from "./services.ts";

/** What changes of a project are made with. Throws `CONFIG_INVALID` and `CONFIG_UNTRUSTED`. */
export async function createChangeContext(
  session: Session,
  onRecovered: (report: RecoveryReport) => void = () => undefined,
): Promise<ChangeContext> {
  const { platform, root, state, signal } = session;
  const kinds = [...BUILT_IN_KINDS, ...createCustomKinds((await session.loadConfig()).config, root)];
  return {
    platform,
    root,
    stateFolder: state.path,
    key: readContentKey(state),
    kinds: new Map(kinds.map((kind) => [kind.kind, kind])),
    services: createChangeServices(session),
    signal,
    withLock: (work) => withLock(state, work, "changes-lock"),
    onRecovered,
  };
}
