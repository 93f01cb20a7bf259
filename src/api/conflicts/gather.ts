import { posix } from "node:path";
import { SECRET_MARKER, secretsInText } from "../../config/secrets/in-text.ts";
import { findTerraformFaults } from "../../config/validation/terraform.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PublishedPort, Snapshot, SnapshotPlace, SnapshotReference } from "../../model/snapshot.ts";
import { isComposePath, readCompose } from "../../workspace/documents/compose.ts";
import { findMergeHunks } from "../../workspace/documents/merge-hunks.ts";
import { isRequirementsPath, readRequirementsIncludes } from "../../workspace/documents/requirements.ts";
import { pathsIgnoredByGit } from "../../workspace/ignored-by-git.ts";
import { stringAt } from "../../workspace/parsers/navigate.ts";
import { createLocator } from "../../workspace/parsers/position.ts";
import { searchByGit } from "../../workspace/search.ts";
import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";
import { textRanges } from "../../config/usages/scan-usages.ts";
import { isFixture } from "../../conflicts/paths.ts";
import { readConfiguration } from "../configuration/read.ts";
import { readUsages } from "../configuration/validate.ts";
import type { Session } from "../session.ts";
import { withBlobIds } from "./blob-ids.ts";

/** Longer texts are data, or made by a tool. */
const LONGEST_TEXT = 2_097_152;

/** Made by tools, full of hashes. */
const MADE =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|[\w.-]*\.lock|go\.sum)$|\.(min\.\w+|map|svg|snap)$/i;

/** Everything that the rules look at, from one listing of the tree. */
export async function gatherSnapshot(
  session: Session,
): Promise<{ readonly snapshot: Snapshot; readonly diagnostics: readonly Diagnostic[] }> {
  const workspace = await session.openTree();
  const [read, usages, mergeHunks, committedSecrets] = await Promise.all([
    readConfiguration(session, { keep: true }),
    readUsages(session, { keep: true }),
    findHunks(session, workspace),
    findSecrets(session, workspace),
  ]);
  const { entries, valueOf, stages, notes } = read;
  const environment = stages.nameOf(session.environment.environment);
  const input = { entries, byKey: new Map(), environment, rules: [], usages, valueOf };
  const faults = await findTerraformFaults(input);
  const missing = await createMissing(session, workspace);
  const publishedPorts = await readPorts(workspace);
  const diagnostics = [...notes.diagnostics, ...workspace.diagnostics];
  return {
    diagnostics,
    snapshot: {
      environment,
      files: withBlobIds(session.platform, workspace),
      entries,
      usages,
      mergeHunks,
      committedSecrets,
      publishedPorts,
      brokenLinks: await missing.links(),
      missingIncludes: await missing.includes(),
      typeFaults: faults
        .filter(({ rule }) => rule === "type_mismatch")
        .map(({ key, file = "", line = 1, message }) => ({
          key,
          file,
          line,
          fault: message.slice(message.indexOf(": ") + 2),
        })),
      parseProblems: diagnostics,
      packageManagers: await readPackageManagers(workspace),
    },
  };
}

/** Files that may hold a match; all that could where git cannot say. */
async function filesHolding(
  session: Session,
  workspace: Workspace,
  pattern: string,
): Promise<readonly WorkspaceFile[]> {
  const isText = ({ kind, state, size }: WorkspaceFile) =>
    kind === "file" && state !== "ignored" && size > 0 && size <= LONGEST_TEXT;
  const { platform, root } = session;
  const inGit = workspace.repository?.workTree !== undefined;
  const holding = inGit ? await searchByGit(platform, root, { pattern }) : undefined;
  return workspace.files.filter((file) => isText(file) && holding?.has(file.path) !== false);
}

async function findHunks(session: Session, workspace: Workspace): Promise<readonly SnapshotPlace[]> {
  const files = await filesHolding(session, workspace, "^<<<<<<<( |.?$)");
  return files.flatMap(({ path }) => {
    const read = workspace.readText(path);
    if (!read.isRead) return [];
    const isText = isFixture(path) ? textRanges(path, read.text) : () => false;
    const starts = lineStarts(read.text);
    return findMergeHunks(path, read.text)
      .filter((line) => !isText(starts[line - 1] ?? 0))
      .map((line) => ({ file: path, line }));
  });
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

async function findSecrets(session: Session, workspace: Workspace): Promise<Snapshot["committedSecrets"]> {
  const files = await filesHolding(session, workspace, SECRET_MARKER);
  return files.flatMap(({ path, state }) => {
    if (state !== "tracked" || MADE.test(path)) return [];
    const read = workspace.readText(path);
    if (!read.isRead) return [];
    const locate = createLocator(read.text);
    const found = secretsInText(read.text).map(({ kind, offset }) => ({ kind, ...locate(offset) }));
    const byLine = new Map(found.toSorted((a, b) => a.line - b.line).map(({ kind, line }) => [line, kind]));
    return [...byLine].map(([line, kind]) => ({ file: path, line, kind }));
  });
}

async function readPorts(workspace: Workspace): Promise<readonly PublishedPort[]> {
  const ports: PublishedPort[] = [];
  for (const { path, kind, state } of workspace.files) {
    if (kind !== "file" || state === "ignored" || !isComposePath(path)) continue;
    const parsed = await workspace.parse(path, "yaml");
    for (const service of readCompose(parsed?.documents[0]).services) {
      ports.push(
        ...service.ports.map(({ hostIp, hostPort, protocol, line }) => ({
          file: path,
          line,
          service: service.name,
          hostIp,
          hostPort,
          protocol,
          profiles: service.profiles,
        })),
      );
    }
  }
  return ports;
}

async function readPackageManagers(workspace: Workspace): Promise<Readonly<Record<string, string>>> {
  const locks = workspace.files.filter(({ path }) =>
    /(^|\/)(package-lock\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/.test(path),
  );
  const folders = [...new Set(locks.map(({ path }) => posix.dirname(path)))];
  const found: Record<string, string> = {};
  for (const folder of folders) {
    const path = posix.join(folder, "package.json");
    if (workspace.get(path) === undefined) continue;
    const parsed = await workspace.parse(path, "json");
    const [root] = parsed?.documents ?? [];
    const name = root === undefined ? undefined : stringAt(root, "packageManager");
    if (name !== undefined) found[folder] = name.replace(/@.*$/s, "");
  }
  return found;
}

interface Missing {
  readonly links: () => Promise<Snapshot["brokenLinks"]>;
  readonly includes: () => Promise<readonly SnapshotReference[]>;
}

/** What is pointed to, is not there, and would not be made by anybody. */
async function createMissing({ platform, root }: Session, workspace: Workspace): Promise<Missing> {
  const withoutIgnored = async <T extends { readonly path: string }>(
    found: readonly T[],
  ): Promise<readonly T[]> => {
    const inside = found.filter(
      ({ path }) => !path.startsWith("../") && path !== ".." && !posix.isAbsolute(path),
    );
    if (inside.length === 0) return [];
    const ignored = await pathsIgnoredByGit(platform, root, [...new Set(inside.map(({ path }) => path))]);
    return inside.filter(({ path }) => !ignored.has(path));
  };
  const wanted = workspace.files.filter(({ state }) => state !== "ignored");
  return {
    links: async () => {
      const broken = wanted
        .filter(({ kind, path }) => kind === "link" && platform.files.stat(`${root}/${path}`) === undefined)
        .flatMap(({ path: file }) => {
          const target = platform.files.readLink(`${root}/${file}`);
          return target === undefined
            ? []
            : [{ file, target, path: posix.join(posix.dirname(file), target) }];
        })
        .filter(({ target }) => !posix.isAbsolute(target));
      return (await withoutIgnored(broken)).map(({ file, target }) => ({ file, target }));
    },
    includes: async () => {
      const absent = wanted
        .filter(({ kind, path }) => kind === "file" && isRequirementsPath(path))
        .flatMap(({ path: file }) => {
          const read = workspace.readText(file);
          const includes = read.isRead ? readRequirementsIncludes(read.text) : [];
          return includes.map((include) => ({
            ...include,
            file,
            path: posix.join(posix.dirname(file), include.target),
          }));
        })
        .filter(({ path }) => !workspace.has(path));
      return (await withoutIgnored(absent)).map(({ file, target, line }) => ({ file, target, line }));
    },
  };
}
