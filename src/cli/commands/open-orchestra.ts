import { createOrchestra } from "../../api/orchestra.ts";
import type { Orchestra } from "../../api/types.ts";
import type { CommandInput } from "../command-definition.ts";
import { createProgress } from "../render/progress.ts";

/** The door as a command's common options describe it. */
export function openOrchestra({ options, io }: CommandInput): Orchestra {
  return createOrchestra({
    root: options.root ?? io.workingFolder,
    workingFolder: io.workingFolder,
    env: io.env,
    ...(options.environment === undefined ? {} : { environment: options.environment }),
    ...(options.offline === undefined ? {} : { offline: options.offline }),
    ...(io.signal === undefined ? {} : { signal: io.signal }),
    onProgress: createProgress(options, io),
  });
}
