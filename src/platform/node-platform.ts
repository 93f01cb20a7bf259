import { randomBytes, createHash, createHmac, hash } from "node:crypto";
import { homedir, hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { OrchestraError } from "../model/errors.ts";
import { codeOf } from "./failure.ts";
import { nodeCipher } from "./node-cipher.ts";
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
    files: createNodeFiles(host),
    processes: createNodeProcesses(host),
    network: createNodeNetwork(),
    clock: nodeClock,
    random: nodeRandom,
    patterns: createNodePatterns(),
    git: createNodeGit(),
    cipher: nodeCipher,
    hash: {
      sha256: (data) => hash("sha256", data, "hex"),
      gitBlobId: (bytes) => createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex"),
      hmacSha256: (key, data) => createHmac("sha256", key).update(data).digest("hex"),
    },
  };
}

function describeThisHost(options: NodePlatformOptions): Host {
  return describeHost({
    platform: process.platform,
    architecture: process.arch,
    env: options.env ?? process.env,
    homeFolder: homeOfUser(),
    workingFolder: options.workingFolder ?? currentFolder(),
    procFolder: options.procFolder ?? "/proc",
    processId: process.pid,
    userId: process.getuid?.(),
    hostName: hostname(),
  });
}

/** A user whom the system does not know, as in a container with a made-up user id, has the home that Docker gives it. */
function homeOfUser(): string {
  try {
    return homedir();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return "/";
  }
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    throw new OrchestraError("ROOT_NOT_FOUND", "the working folder is not there any more", {
      cause: error,
      hint: "Change to a folder that exists.",
    });
  }
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
