import type { Platform } from "../../../platform/types.ts";

/** A process that holds a socket. */
export interface SocketOwner {
  readonly processId: number;
  readonly name: string | undefined;
}

/** Linux: finds the processes that hold sockets, by inode. Those of other users cannot be looked into. */
export function findSocketOwners(
  inodes: ReadonlySet<number>,
  platform: Platform,
): ReadonlyMap<number, SocketOwner> {
  const owners = new Map<number, SocketOwner>();
  const { files, host } = platform;
  const listing = inodes.size === 0 ? undefined : files.readFolder(host.procFolder);
  if (listing?.isRead !== true) return owners;
  for (const { name } of listing.entries) {
    if (typeof name !== "string" || !/^\d+$/.test(name) || owners.size === inodes.size) continue;
    for (const inode of socketsOf(`${host.procFolder}/${name}/fd`, platform)) {
      if (inodes.has(inode) && !owners.has(inode))
        owners.set(inode, { processId: Number(name), name: nameOf(name, platform) });
    }
  }
  return owners;
}

function socketsOf(folder: string, { files }: Platform): readonly number[] {
  const listing = files.readFolder(folder);
  if (!listing.isRead) return [];
  return listing.entries.flatMap(({ name }) => {
    const inode =
      typeof name === "string"
        ? /^socket:\[(\d+)\]$/.exec(files.readLink(`${folder}/${name}`) ?? "")?.[1]
        : undefined;
    return inode === undefined ? [] : [Number(inode)];
  });
}

function nameOf(processId: string, { files, host }: Platform): string | undefined {
  const read = files.readText(`${host.procFolder}/${processId}/comm`, { maxBytes: 4_096 });
  return read.isRead ? read.text.trim() : undefined;
}
