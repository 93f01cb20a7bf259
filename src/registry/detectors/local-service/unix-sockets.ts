import { posix } from "node:path";
import type { Platform } from "../../../platform/types.ts";

/** A Unix socket that a well-known server listens on. */
export interface UnixService {
  readonly path: string;
  readonly protocol: string;
}

const MAX_BYTES = 8_388_608;

/** By the name of the socket; the many private sockets of desktops and editors are none of these. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^docker\.sock$/, "docker"],
  [/^podman\.sock$/, "docker"],
  [/^containerd\.sock$/, "containerd"],
  [/^buildkitd?\.sock$/, "buildkit"],
  [/^\.s\.PGSQL\.\d+$/, "postgresql"],
  [/^(mysqld?|mariadb)\.sock$/, "mysql"],
  [/^(redis|valkey)[\w-]*\.sock$/, "redis"],
  [/^mongodb-\d+\.sock$/, "mongodb"],
  [/^(php[\d.]*-fpm|gunicorn|uwsgi|puma)[\w.-]*\.sock$/, "application"],
  [/^S\.gpg-agent$/, "gpg-agent"],
  [/^agent\.\d+$|^ssh-agent[\w.-]*$/, "ssh-agent"],
];

/** Linux: listening stream sockets of known kinds. Others keep no list; known places are asked by their own detectors. */
export function readUnixServices(platform: Platform): readonly UnixService[] {
  if (platform.host.os !== "linux") return [];
  const read = platform.files.readText(`${platform.host.procFolder}/net/unix`, { maxBytes: MAX_BYTES });
  return read.isRead ? parseProcUnix(read.text) : [];
}

/** Lines `NUM REFCOUNT PROTOCOL FLAGS TYPE STATE INODE PATH`: flag 00010000 is a listener, type 0001 a stream. */
export function parseProcUnix(text: string): readonly UnixService[] {
  const services = text.split("\n").flatMap((line) => {
    const match = /^\S+: \S+ \S+ (\S+) (\S+) \S+ +\d+ (\/.*)$/.exec(line);
    const [, flags = "", type = "", path = ""] = match ?? [];
    const isListener = (Number.parseInt(flags, 16) & 0x10000) !== 0 && type === "0001";
    const protocol = KNOWN.find(([pattern]) => pattern.test(posix.basename(path)))?.[1];
    return isListener && protocol !== undefined ? [{ path, protocol }] : [];
  });
  const byPath = new Map(services.map((service) => [service.path, service]));
  return [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
