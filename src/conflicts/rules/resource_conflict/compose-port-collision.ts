import { isMadeWrong } from "../../../model/made-wrong.ts";
import { isFixture, isVendored } from "../../paths.ts";
import type { PublishedPort, Snapshot } from "../../../model/snapshot.ts";
import type { ConflictFinding } from "../../../model/conflict.ts";
import type { ConflictRule } from "../../rule.ts";

/** Two services of one compose file that publish one port of the host and can run together. */
export const composePortCollision: ConflictRule = {
  rule: "compose_port_collision",
  conflictType: "resource_conflict",
  severity: "high",
  title: "Two services publish one port",
  reads: ["facts", "listeners"],
  strategies: ["manual", "keep_all"],
  evidence: {
    port: "of the host",
    protocol: "`tcp` or `udp`",
    services: "those that publish it",
    process: "what holds it",
  },
  find: ({ publishedPorts, heldPorts }) => {
    const kept = publishedPorts.filter(({ file }) => !isVendored(file) && !isMadeWrong(file));
    // Of several services, each is told against the first that has the port.
    const among = kept.flatMap((second, at) => {
      const first = kept.slice(0, at).find((one) => collide(one, second));
      return first === undefined ? [] : [[first, second] as const];
    });
    return [
      ...among.map(([first, second]) => toFinding(first, second, areAlternatives(first, second, among))),
      ...withOthers(kept, heldPorts),
    ];
  },
};

/** Programs that hold a port for a container: perhaps for the very service that declares it. */
const OF_CONTAINERS =
  /docker|podman|rootless|containerd|slirp|pasta|gvproxy|vpnkit|colima|lima|orbstack|com\.docke/i;

/** Declared ports that a process of this machine holds; where nobody can say which one, nothing is said. */
function withOthers(
  ports: readonly PublishedPort[],
  held: Snapshot["heldPorts"],
): readonly ConflictFinding[] {
  return held.flatMap(({ port, process }) => {
    if (process === undefined || OF_CONTAINERS.test(process)) return [];
    return ports
      .filter(({ hostPort, protocol }) => hostPort === port && protocol === "tcp")
      .map(({ file, line, service }) => ({
        about: [file, service, String(port), "held"],
        message: `port ${port} of ${service} in ${file} is held by ${process} on this machine`,
        hint: "Stop it, or give the service another port of the host.",
        places: [{ file, line, key: String(port) }],
        evidence: { port, protocol: "tcp", services: [service], process },
      }));
  });
}

function collide(a: PublishedPort, b: PublishedPort): boolean {
  return (
    a.file === b.file &&
    a.service !== b.service &&
    a.hostPort === b.hostPort &&
    a.protocol === b.protocol &&
    sharesAddress(a.hostIp, b.hostIp) &&
    canRunTogether(a.profiles, b.profiles)
  );
}

function sharesAddress(a: string | undefined, b: string | undefined): boolean {
  const isAny = (address: string | undefined) =>
    address === undefined || address === "0.0.0.0" || address === "::";
  return isAny(a) || isAny(b) || a === b;
}

/** A service without a profile always runs. */
function canRunTogether(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((profile) => b.includes(profile));
}

/**
 * Two of which one is started: some script or page starts each by its name, one is the other for an occasion, or others
 * of their file collide as well, as databases to choose from do.
 */
function areAlternatives(
  first: PublishedPort,
  second: PublishedPort,
  among: readonly (readonly [PublishedPort, PublishedPort])[],
): boolean {
  if (first.isStartedAlone === true && second.isStartedAlone === true) return true;
  if (isVariantOf(first.service, second.service) || isVariantOf(second.service, first.service)) return true;
  return among.filter(([{ file }]) => file === first.file).length > 1;
}

/** `oven` and `oven-live`, `oven-gpu`. */
function isVariantOf(long: string, short: string): boolean {
  return long.startsWith(short) && OF_OCCASIONS.test(long.slice(short.length));
}

const OF_OCCASIONS =
  /^([-_.](live|integration|local|dev|devel|development|prod|production|staging|tests?|testing|e2e|ci|debug|tls|ssl|gpu|cpu|cuda|rocm|arm64|amd64|enterprise|oss|lite|slim|alpine))+$/i;

function toFinding(first: PublishedPort, second: PublishedPort, isAlternative: boolean): ConflictFinding {
  const { file, hostPort, protocol } = first;
  const port = `${hostPort}/${protocol}`;
  const services = [first.service, second.service];
  return {
    about: [file, port, ...services],
    message: `${services.join(" and ")} of ${file} both publish port ${port}`,
    hint: "Give one of them another port of the host, or put them in profiles of their own.",
    places: [first, second].map(({ line }) => ({ file, line, key: String(hostPort) })),
    evidence: { port: hostPort, protocol, services },
    // Suites of tests start one service after the other.
    ...(isFixture(file) || isAlternative ? { severity: "low" as const } : {}),
  };
}
