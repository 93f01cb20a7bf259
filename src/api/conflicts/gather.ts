import { posix } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { isGeneratedFolder } from "../../workspace/generated-folders.ts";
import { pathInside, pathsIgnoredByGit } from "../../workspace/ignored-by-git.ts";
import { once } from "../../workspace/once.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";
import type { SnapshotPart } from "../../conflicts/rule.ts";
import { unnamedKeys } from "../../conflicts/rules/config_conflict/env-missing-key.ts";
import type { FileFacts } from "./file-facts.ts";
import { submodulesOf } from "./filled-folders.ts";
import type { MissingReferences } from "./missing-references.ts";
import { findSameContent } from "./same-content.ts";
import { searchSilences } from "./search-silences.ts";
import type { Silences } from "./silence.ts";
import { listTrackedButIgnored } from "./tracked-but-ignored.ts";
import { findWorkspaces } from "./workspaces.ts";

/** What the rules look at, and what silences them. */
export interface Gathered {
  readonly snapshot: Snapshot;
  readonly silences: Silences;
  readonly diagnostics: readonly Diagnostic[];
}

type Facts = ReadonlyMap<string, FileFacts>;

/** What the rules read, from one listing of the tree; the parts that none of them reads are empty. */
export async function gatherSnapshot(session: Session, parts: ReadonlySet<SnapshotPart>): Promise<Gathered> {
  const workspace = await session.openTree();
  const reads = (part: SnapshotPart) => parts.has(part);
  const readingFacts = reads("facts") ? readFacts(session, workspace) : Promise.resolve(NO_FACTS);
  const [configuration, usages, facts, resources, trackedButIgnored] = await Promise.all([
    reads("configuration") ? readEntries(session) : NO_CONFIGURATION,
    reads("usages") ? findUsages(session) : [],
    readingFacts,
    reads("resources") ? readingFacts.then((known) => readResources(session, known)) : [],
    reads("ignored") ? listTrackedButIgnored(session, workspace) : [],
  ]);
  const { entries, environment, typeFaults, notes } = configuration;
  const told = [...facts.values()].flatMap((one) => one.told ?? []);
  const missing = reads("facts") ? await readMissing(session, workspace, facts) : NONE_MISSING;
  const diagnostics = [...notes, ...workspace.diagnostics, ...told, ...missing.diagnostics];
  return {
    silences: await findSilences(session, { workspace, facts, parts }),
    diagnostics,
    snapshot: {
      environment,
      get files() {
        return workspace.files;
      },
      sameContent: reads("blobs") ? findSameContent(session.platform, workspace) : [],
      entries,
      usages,
      setElsewhere: await readSetElsewhere(session, { usages, entries }),
      typeFaults,
      ...fromFacts(facts),
      publishedPorts: await findPorts(session, facts),
      committedSecrets: await findSecrets(session, workspace, facts),
      workspaces: reads("facts") ? await findWorkspaces(workspace, facts) : [],
      brokenLinks: reads("links") ? await findBrokenLinks(session, workspace) : [],
      missingReferences: missing.missing,
      parseProblems: parseProblems(facts, diagnostics),
      resources,
      heldPorts: reads("listeners") ? await readHeldPorts(session, facts) : [],
      trackedButIgnored,
      driftedPairs: reads("siblings") ? await readSiblings(workspace) : [],
    },
  };
}

const NO_FACTS: Facts = new Map();
const NONE_MISSING: MissingReferences = { missing: [], diagnostics: [] };

// What only some rules read is loaded when one of them is asked for.

async function readFacts(session: Session, workspace: Workspace): Promise<Facts> {
  return (await import("./collect-facts.ts")).collectFacts(session, workspace);
}

async function findUsages(session: Session): Promise<Snapshot["usages"]> {
  return (await import("../configuration/validate.ts")).readUsages(session, { keep: true });
}

async function readSetElsewhere(
  session: Session,
  read: Pick<Snapshot, "usages" | "entries">,
): Promise<ReadonlySet<string>> {
  const keys = unnamedKeys(read);
  if (keys.length === 0) return new Set();
  return (await import("../configuration/set-elsewhere.ts")).variablesSetElsewhere(session, keys);
}

async function readResources(session: Session, facts: Facts): Promise<Snapshot["resources"]> {
  return (await import("./resources.ts")).findResources(session, facts);
}

async function readMissing(session: Session, workspace: Workspace, facts: Facts): Promise<MissingReferences> {
  return (await import("./missing-references.ts")).findMissingReferences(session, workspace, facts);
}

async function findPorts(session: Session, facts: Facts): Promise<Snapshot["publishedPorts"]> {
  const ports = [...facts].flatMap(([file, { ports: own = [] }]) => own.map((port) => ({ file, ...port })));
  if (ports.length < 2) return ports;
  return (await import("./services-started-alone.ts")).markStartedAlone(session, ports);
}

async function readHeldPorts(session: Session, facts: Facts): Promise<Snapshot["heldPorts"]> {
  return (await import("./held-ports.ts")).findHeldPorts(session, facts);
}

async function readSiblings(workspace: Workspace): Promise<Snapshot["driftedPairs"]> {
  return (await import("./drifted-pairs.ts")).findDriftedPairs(workspace);
}

type Configuration = Pick<Snapshot, "entries" | "environment" | "typeFaults"> & {
  readonly notes: readonly Diagnostic[];
};

const NO_CONFIGURATION: Configuration = { entries: [], environment: "all", typeFaults: [], notes: [] };

async function readEntries(session: Session): Promise<Configuration> {
  const { readConfiguration } = await import("../configuration/read.ts");
  const { findTerraformFaults } = await import("../../config/validation/terraform.ts");
  const { entries, valueOf, stages, notes } = await readConfiguration(session, { keep: true });
  const environment = stages.nameOf(session.environment.environment);
  const faults = await findTerraformFaults({
    entries,
    byKey: new Map(),
    environment,
    rules: [],
    usages: [],
    valueOf,
  });
  const typeFaults = faults
    .filter(({ rule }) => rule === "type_mismatch")
    .map(({ key, file = "", line = 1, message }) => ({
      key,
      file,
      line,
      fault: message.slice(message.indexOf(": ") + 2),
    }));
  return { entries, environment, typeFaults, notes: notes.diagnostics };
}

/** A comment speaks for a line: rules that find none need not be searched for. */
async function findSilences(
  session: Session,
  {
    workspace,
    facts,
    parts,
  }: { readonly workspace: Workspace; readonly facts: Facts; readonly parts: ReadonlySet<SnapshotPart> },
): Promise<Silences> {
  if (parts.has("facts")) return silencesIn(facts);
  return parts.has("configuration") || parts.has("usages") ? searchSilences(session, workspace) : new Map();
}

function silencesIn(facts: Facts): Silences {
  return new Map(
    [...facts].flatMap(([file, { silences = [] }]) => (silences.length === 0 ? [] : [[file, silences]])),
  );
}

async function findSecrets(
  session: Session,
  workspace: Workspace,
  facts: Facts,
): Promise<Snapshot["committedSecrets"]> {
  const found = [...facts].flatMap(([file, { secrets: own = [] }]) => own.map((one) => ({ file, ...one })));
  if (found.length === 0) return found;
  const isAllowed = await (await import("./allowed-secrets.ts")).allowedByOthers(workspace);
  const secrets = found.filter((secret) => !isAllowed(secret));
  if (!secrets.some(({ kind }) => kind === "private_key")) return secrets;
  const [{ filesOfKeysForTests }, { filesOfKeysForOwnMachine }, { isTreeOfExamples }] = await Promise.all([
    import("./keys-of-tests.ts"),
    import("./keys-of-own-machine.ts"),
    import("./tree-of-examples.ts"),
  ]);
  const isForShow = isTreeOfExamples(workspace);
  const forTests = await filesOfKeysForTests(session, secrets);
  const forOwnMachine = filesOfKeysForOwnMachine(workspace, secrets);
  return secrets.map((secret) => {
    const isShown = isForShow && secret.kind === "private_key";
    const isForTests = isShown || forTests.has(secret.file) || forOwnMachine.has(secret.file);
    return isForTests ? { ...secret, isForTests } : secret;
  });
}

type FromFacts = Pick<
  Snapshot,
  "mergeHunks" | "repeatedKeys" | "askedVersions" | "packages" | "packageManagers"
>;

function fromFacts(facts: Facts): FromFacts {
  const all = [...facts];
  const managers = all.flatMap(([file, { package: found }]) =>
    found?.manager === undefined ? [] : [[posix.dirname(file), found.manager] as const],
  );
  return {
    mergeHunks: all.flatMap(([file, { hunks = [] }]) => hunks.map((line) => ({ file, line }))),
    repeatedKeys: all.flatMap(([file, { repeated = [] }]) => repeated.map((one) => ({ file, ...one }))),
    askedVersions: all.flatMap(([file, { pins = [] }]) => pins.map((pin) => ({ file, ...pin }))),
    packages: all.flatMap(([file, { package: found }]) => {
      if (found === undefined) return [];
      const { name, version, ranges } = found;
      return [{ file, name, version, ranges }];
    }),
    packageManagers: Object.fromEntries(managers),
  };
}

/** What files could not be read as: of documents by what is known of each, of others by who read them. */
function parseProblems(facts: Facts, diagnostics: readonly Diagnostic[]): Snapshot["parseProblems"] {
  const found = [...facts].flatMap(([file, { problem }]) =>
    problem === undefined ? [] : [{ file, ...problem }],
  );
  const noted = diagnostics.flatMap(({ code, file, line = 1, message }) =>
    code === "PARSE_ERROR" && file !== undefined && !/\.(json|ya?ml|toml)$/i.test(file)
      ? [{ file, line, message }]
      : [],
  );
  return [...found, ...noted];
}

/** Links to what is inside the tree, of no submodule, not there, nothing that gets installed, and not ignored by git. */
async function findBrokenLinks(
  { platform, root }: Session,
  workspace: Workspace,
): Promise<Snapshot["brokenLinks"]> {
  const isInSubmodule = once(() => submodulesOf(workspace));
  const broken = workspace.files
    .filter(({ kind, state, path }) => {
      return kind === "link" && state !== "ignored" && platform.files.stat(`${root}/${path}`) === undefined;
    })
    .flatMap(({ path: file }) => {
      const target = platform.files.readLink(`${root}/${file}`);
      if (target === undefined || posix.isAbsolute(target)) return [];
      const path = posix.join(posix.dirname(file), target);
      const isOurs =
        path !== ".." &&
        !path.startsWith("../") &&
        !path.split("/").some(isGeneratedFolder) &&
        !isInSubmodule()(path);
      return isOurs ? [{ file, target, path }] : [];
    });
  if (broken.length === 0) return [];
  const asked = broken.flatMap(({ path }) => [path, pathInside(path)]);
  const ignored = await pathsIgnoredByGit(platform, root, [...new Set(asked)]);
  return broken
    .filter(({ path }) => !ignored.has(path) && !ignored.has(pathInside(path)))
    .map(({ file, target }) => ({ file, target }));
}
