import { isAbsolute, resolve } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import { createNodePlatform } from "../platform/node-platform.ts";
import type { Platform } from "../platform/types.ts";
import type { OrchestraOptions } from "./types.ts";

/** Where a project stands, and the world around it. */
export interface Place {
  readonly platform: Platform;
  /** Absolute, links followed. */
  readonly root: string;
}

/** Reads and writes nothing yet. Throws `ROOT_NOT_FOUND`. */
export function openPlace(options: OrchestraOptions): Place {
  const { env, workingFolder } = options;
  const platform =
    options.platform ??
    createNodePlatform({
      ...(env === undefined ? {} : { env }),
      ...(workingFolder === undefined ? {} : { workingFolder }),
    });
  return { platform, root: findRoot(platform, options.root ?? ".") };
}

function findRoot(platform: Platform, root: string): string {
  const absolute = isAbsolute(root) ? root : resolve(platform.host.workingFolder, root);
  if (platform.files.stat(absolute)?.kind === "folder") return platform.files.realPath(absolute) ?? absolute;
  throw new OrchestraError("ROOT_NOT_FOUND", `${root} is not a folder`, {
    hint: "--root names the project's folder.",
  });
}
