import { openDoor } from "../../api/orchestra.ts";
import { openSession } from "../../api/session.ts";
import type { Orchestra } from "../../api/types.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { CommandInput, OptionValues } from "../command-definition.ts";
import { createProgress } from "../render/progress.ts";
import { textsOption } from "./option-values.ts";

/** The door as a command's common options describe it. */
export function openOrchestra({ options, io, ahead }: CommandInput): Orchestra {
  const session = openSession(
    {
      root: options.root ?? io.workingFolder,
      workingFolder: io.workingFolder,
      env: io.env,
      ...(options.environment === undefined ? {} : { environment: options.environment }),
      ...(options.offline === undefined ? {} : { offline: options.offline }),
      ...(io.signal === undefined ? {} : { signal: io.signal }),
      overrides: assignmentsOf(options),
      onProgress: createProgress(options, io),
    },
    ahead,
  );
  return openDoor(session);
}

/** Of `--set KEY=VALUE`; a value that is no assignment is not repeated, it may be a secret. */
function assignmentsOf(options: OptionValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    textsOption(options, "set").map((text) => {
      const [, key, value] = /^([^\s=]+)=([\s\S]*)$/.exec(text) ?? [];
      if (key !== undefined && value !== undefined) return [key, value] as const;
      throw new OrchestraError("USAGE", "--set wants KEY=VALUE", { hint: "--set PORT=8080" });
    }),
  );
}
