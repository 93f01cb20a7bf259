import type { Workspace } from "../../workspace/types.ts";

/** What a file beside a module may be called without being a variant of it. */
const BESIDE =
  /^(tests?|specs?|unit|integration|e2e|cy|bench|stories|story|mocks?|fixture|snap|d|module|config|min|types?|styles?)$/i;

/**
 * Modules of which only variants are kept, such as `oven.macos.tsx` and `oven.electron.ts`: a bundler chooses one of
 * them for `./oven`. Paths without an ending.
 */
export function namesOfVariants(workspace: Workspace): ReadonlySet<string> {
  return new Set(
    workspace.files.flatMap(({ path }) => {
      const [, name, variant = ""] = /^(.*[^/.])\.([\w-]+)\.[cm]?[jt]sx?$/.exec(path) ?? [];
      return name === undefined || BESIDE.test(variant) ? [] : [name];
    }),
  );
}
