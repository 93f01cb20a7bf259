import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { Endpoint, ExchangeResult } from "../../../platform/types.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection, Verification } from "../../types.ts";

const REQUEST = "GET /version HTTP/1.0\r\nHost: localhost\r\nUser-Agent: orchestra\r\n\r\n";

interface EngineCandidate {
  readonly engine: "docker" | "podman";
  readonly endpoint: Endpoint;
  /** What an engine's client would be given. */
  readonly address: string;
  /** Named by DOCKER_HOST: worth a word even when nothing is there. */
  readonly isConfigured: boolean;
}

/** Finds container engines by their sockets and asks each for its version. */
export async function detectEngines(context: DetectContext): Promise<Detection> {
  const present = candidates(context).filter(
    (candidate) => candidate.isConfigured || stands(candidate, context),
  );
  const asked = await Promise.all(present.map((candidate) => describe(candidate, context)));
  const silent = (["docker", "podman"] as const)
    .filter(
      (engine) => !asked.some(({ name }) => name === engine) && context.programs.find(engine).length > 0,
    )
    .filter((engine) => engine === "docker")
    .map((engine) => withoutSocket(engine, context));
  return { resources: distinct([...asked, ...silent]) };
}

/** Asks the same engine again. */
export async function verifyEngine(
  resource: { readonly accessPattern: string },
  context: DetectContext,
): Promise<Verification> {
  const { resources } = await detectEngines(context);
  const again = resources.find(({ accessPattern }) => accessPattern === resource.accessPattern);
  if (again === undefined) return { status: "missing", reason: "its socket is no longer there" };
  return { status: again.status, reason: again.statusReason, version: again.version };
}

function candidates({ platform }: DetectContext): readonly EngineCandidate[] {
  const { env, homeFolder, userId } = platform.host;
  const runtime = env["XDG_RUNTIME_DIR"] ?? `/run/user/${userId ?? 0}`;
  const docker = [
    "/var/run/docker.sock",
    posix.join(runtime, "docker.sock"),
    posix.join(homeFolder, ".docker/run/docker.sock"),
    posix.join(homeFolder, ".colima/default/docker.sock"),
    posix.join(homeFolder, ".orbstack/run/docker.sock"),
    posix.join(homeFolder, ".rd/docker.sock"),
  ];
  const podman = [posix.join(runtime, "podman/podman.sock"), "/run/podman/podman.sock"];
  return [
    ...configured(env["DOCKER_HOST"]),
    ...docker.map((path) => unixCandidate("docker", path)),
    ...podman.map((path) => unixCandidate("podman", path)),
  ];
}

function configured(host: string | undefined): readonly EngineCandidate[] {
  if (host === undefined || host === "") return [];
  if (host.startsWith("unix://")) return [{ ...unixCandidate("docker", host.slice(7)), isConfigured: true }];
  const url =
    /^(?:tcp|http):\/\//.test(host) && URL.canParse(host)
      ? new URL(host.replace(/^tcp:/, "http:"))
      : undefined;
  if (url === undefined || !/^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)) return [];
  const port = Number(url.port || 2_375);
  const endpoint = { host: url.hostname.replaceAll(/[[\]]/g, ""), port };
  return [{ engine: "docker", endpoint, address: `tcp://${url.hostname}:${port}`, isConfigured: true }];
}

function unixCandidate(engine: "docker" | "podman", path: string): EngineCandidate {
  return { engine, endpoint: { socketPath: path }, address: `unix://${path}`, isConfigured: false };
}

function stands({ endpoint }: EngineCandidate, { platform }: DetectContext): boolean {
  return "socketPath" in endpoint && platform.files.stat(endpoint.socketPath) !== undefined;
}

async function describe(candidate: EngineCandidate, context: DetectContext): Promise<ResourceDraft> {
  const { platform, serviceDeadlineMs, signal } = context;
  const result = await platform.network.exchange(candidate.endpoint, {
    send: REQUEST,
    timeoutMs: serviceDeadlineMs,
    signal,
  });
  const path = "socketPath" in candidate.endpoint ? candidate.endpoint.socketPath : undefined;
  return {
    name: candidate.engine,
    resourceType: "container",
    environment: "machine",
    accessPattern: candidate.address,
    description: "container engine",
    priority: 1,
    tags: ["engine"],
    ...judge(result),
    file: path === undefined ? undefined : showPath(path, platform),
  };
}

function judge(
  result: ExchangeResult,
): Pick<ResourceDraft, "status" | "statusReason" | "version" | "metadata"> {
  switch (result.outcome) {
    case "open":
      return judgeAnswer(result.received.toString("utf8"));
    case "denied":
      return { status: "unauthorized", statusReason: "this user may not connect to its socket" };
    case "timed_out":
      return { status: "unknown", statusReason: "it did not answer in time" };
    case "missing":
      return { status: "missing", statusReason: "DOCKER_HOST names a socket that is not there" };
    case "refused":
    case "unreachable":
      return { status: "unavailable", statusReason: "its socket is there, but nothing answers" };
  }
}

function judgeAnswer(text: string): Pick<ResourceDraft, "status" | "statusReason" | "version" | "metadata"> {
  const isOk = /^HTTP\/1\.[01] 200/.test(text);
  const version = /"Version"\s*:\s*"([\w.+~-]{1,60})"/.exec(text)?.[1];
  if (!isOk || version === undefined)
    return { status: "degraded", statusReason: "it does not answer as a container engine does" };
  return {
    status: "available",
    version,
    metadata: { apiVersion: /"ApiVersion"\s*:\s*"([\d.]+)"/.exec(text)?.[1] },
  };
}

function withoutSocket(engine: "docker", { programs, platform }: DetectContext): ResourceDraft {
  const [client] = programs.find(engine);
  return {
    name: engine,
    resourceType: "container",
    environment: "machine",
    accessPattern: engine,
    description: "container engine",
    status: "unavailable",
    statusReason: "its client is installed, but no socket of an engine is there",
    priority: 1,
    tags: ["engine"],
    file: client === undefined ? undefined : showPath(client.path, platform),
  };
}

/** Several sockets may lead to one engine; the first of a name that works stands for it. */
function distinct(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  return drafts.filter((draft, index) => {
    const first = drafts.findIndex(({ accessPattern }) => accessPattern === draft.accessPattern);
    return first === index;
  });
}
