import { randomBytes, createHash } from "node:crypto";
import { homedir, hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { describeHost } from "./host.ts";
import { createNodeFiles } from "./node-files.ts";
import { createNodeGit } from "./node-git.ts";
import { createNodeNetwork } from "./node-network.ts";
import { createNodePatterns } from "./node-patterns.ts";
import { createNodeProcesses } from "./node-processes.ts";
import type { Clock, Host, Platform, Random } from "./types.ts";

/** What a test, or a caller of the library, may put in place of the process's own. */
export interface NodePlatformOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly workingFolder?: string;
  readonly procFolder?: string;
}

/** The real world through node's own modules. */
export function createNodePlatform(options: NodePlatformOptions = {}): Platform {
  const host = describeThisHost(options);
  return {
    host,
    files: createNodeFiles(host.processId),
    processes: createNodeProcesses(host),
    network: createNodeNetwork(),
    clock: nodeClock,
    random: nodeRandom,
    patterns: createNodePatterns(),
    git: createNodeGit(),
    hash: { sha256: (data) => createHash("sha256").update(data).digest("hex") },
  };
}

function describeThisHost(options: NodePlatformOptions): Host {
  return describeHost({
    platform: process.platform,
    architecture: process.arch,
    env: options.env ?? process.env,
    homeFolder: homedir(),
    workingFolder: options.workingFolder ?? process.cwd(),
    procFolder: options.procFolder ?? "/proc",
    processId: process.pid,
    userId: process.getuid?.(),
    hostName: hostname(),
  });
}

const nodeClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    if (milliseconds <= 0) return new Promise((resolve) => setImmediate(resolve));
    try {
      await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  },
};

const nodeRandom: Random = {
  hex: (digits) =>
    randomBytes(Math.ceil(digits / 2))
      .toString("hex")
      .slice(0, digits),
};
