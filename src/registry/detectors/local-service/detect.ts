import type { ResourceDraft } from "../../../model/resource.ts";
import type { Resource } from "../../../model/resource.ts";
import { readTcpListeners, type TcpListener } from "../../listeners.ts";
import type { DetectContext, Detection, Verification } from "../../types.ts";
import { identify, type Identity } from "./identify.ts";
import { findSocketOwners, type SocketOwner } from "./processes.ts";
import type { Recognition } from "./recognize.ts";
import { readUnixServices, type UnixService } from "./unix-sockets.ts";

/** Finds what listens on this machine and asks each listener what it is. */
export async function detectServices(context: DetectContext): Promise<Detection> {
  const listeners = groupByPort(await readTcpListeners(context.platform));
  const owners = findSocketOwners(new Set(listeners.flatMap(inodesOf)), context.platform);
  const tcp = await Promise.all(listeners.map((group) => describeGroup(group, owners, context)));
  const unix = await Promise.all(
    readUnixServices(context.platform).map((service) => describeUnix(service, context)),
  );
  return { resources: [...tcp, ...unix].filter((draft) => draft !== undefined) };
}

/** Asks the same listener again. */
export async function verifyService(resource: Resource, context: DetectContext): Promise<Verification> {
  const { resources } = await detectServices(context);
  const again = resources.find(({ accessPattern }) => accessPattern === resource.accessPattern);
  if (again !== undefined)
    return { status: again.status, reason: again.statusReason, version: again.version };
  const samePlace = resources.find(({ name }) => placeIn(name) === placeIn(resource.name));
  if (samePlace !== undefined) return { status: "degraded", reason: `${samePlace.name} listens there now` };
  return { status: "unavailable", reason: "nothing listens there any more" };
}

function placeIn(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

interface PortGroup {
  readonly port: number;
  readonly listeners: readonly TcpListener[];
}

/** The same port on several addresses is one service. */
function groupByPort(listeners: readonly TcpListener[]): readonly PortGroup[] {
  const ports = [...new Set(listeners.map(({ port }) => port))].toSorted((a, b) => a - b);
  return ports.map((port) => ({ port, listeners: listeners.filter((listener) => listener.port === port) }));
}

function inodesOf({ listeners }: PortGroup): readonly number[] {
  return listeners.flatMap(({ inode }) => (inode === undefined ? [] : [inode]));
}

async function describeGroup(
  { port, listeners }: PortGroup,
  owners: ReadonlyMap<number, SocketOwner>,
  context: DetectContext,
): Promise<ResourceDraft | undefined> {
  const owner = listeners.map((listener) => ownerOf(listener, owners)).find((found) => found !== undefined);
  if (owner?.processId === context.platform.host.processId) return undefined;
  const host = reachableHost(listeners);
  const identity = await identify({ host, port }, port, context);
  if (identity.state === "closed") return undefined;
  const shown = host.includes(":") ? `[${host}]` : host;
  return {
    ...describeIdentity(identity, { place: String(port), address: `${shown}:${port}` }),
    metadata: {
      ...metadataOf(identity),
      port,
      addresses: [...new Set(listeners.map(({ address }) => address))].toSorted(),
      process: owner?.name,
      processId: owner?.processId,
    },
  };
}

function ownerOf(listener: TcpListener, owners: ReadonlyMap<number, SocketOwner>): SocketOwner | undefined {
  if (listener.processId !== undefined) return { processId: listener.processId, name: listener.processName };
  return listener.inode === undefined ? undefined : owners.get(listener.inode);
}

/** Loopback where the listener takes it, otherwise the address that it is bound to. */
function reachableHost(listeners: readonly TcpListener[]): string {
  const addresses = listeners.map(({ address }) => address);
  if (addresses.some((address) => address === "0.0.0.0" || address === "127.0.0.1")) return "127.0.0.1";
  if (addresses.includes("::1")) return "::1";
  return addresses.includes("::") ? "::1" : (addresses[0] ?? "127.0.0.1");
}

async function describeUnix(
  { path, protocol }: UnixService,
  context: DetectContext,
): Promise<ResourceDraft | undefined> {
  const isAsked = protocol === "redis" || protocol === "mysql";
  const identity: Identity = isAsked
    ? await identify({ socketPath: path }, protocol === "redis" ? 6_379 : 3_306, context)
    : { state: "recognized", recognition: { protocol } };
  const known: Identity =
    identity.state === "recognized" ? identity : { state: "recognized", recognition: { protocol } };
  const described = describeIdentity(known, { place: path, address: path });
  return {
    ...described,
    accessPattern: `unix://${path}`,
    ...(identity.state === "closed"
      ? { status: "unknown", statusReason: "this user may not connect to it" }
      : {}),
    metadata: { ...metadataOf(known), socketPath: path },
    file: path,
  };
}

const SCHEMES: Readonly<Record<string, string | undefined>> = {
  tls: "https",
  unknown: "tcp",
  memcached: "tcp",
};

function describeIdentity(
  identity: Identity,
  at: { readonly place: string; readonly address: string },
): ResourceDraft {
  const recognition: Recognition | undefined =
    identity.state === "recognized" ? identity.recognition : undefined;
  const protocol = recognition?.protocol ?? "unknown";
  const isFailing = (recognition?.httpStatus ?? 0) >= 500;
  const suffix = protocol === "http" || protocol === "tls" ? "/" : "";
  return {
    name: recognition === undefined ? `port:${at.place}` : `${protocol}:${at.place}`,
    resourceType: "local_service",
    environment: "machine",
    accessPattern: `${SCHEMES[protocol] ?? protocol}://${at.address}${suffix}`,
    description:
      recognition === undefined
        ? "a service whose protocol is not known"
        : `${recognition.product ?? protocol} on this machine`,
    version: recognition?.version,
    status: isFailing ? "degraded" : "available",
    statusReason: isFailing ? `it answers with status ${recognition?.httpStatus}` : undefined,
    tags: ["service", protocol],
  };
}

function metadataOf(identity: Identity) {
  if (identity.state !== "recognized") return { protocol: "unknown" };
  const { protocol, product, httpStatus, requiresAuthentication } = identity.recognition;
  return { protocol, product, httpStatus, requiresAuthentication };
}
