import { nodeAt, membersOf, stringAt } from "../../../../workspace/parsers/navigate.ts";
import { parseStructured } from "../../../../workspace/parsers/index.ts";
import type { Candidate } from "../candidate.ts";
import { folderOf, foldersUpwards, pathsOf } from "../place-of-program.ts";
import { readSmallText, subfolders } from "../read-small.ts";
import { isVersionName, type ShimTarget } from "./shim-target.ts";

/** Follows a stand-in of rustup to the toolchain that would be used here; undefined for any other program. */
export async function followRustupShim(candidate: Candidate): Promise<ShimTarget | undefined> {
  if (!isProxy(candidate)) return undefined;
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  const root = folderOf(platform, "RUSTUP_HOME", ".rustup");
  const installed = subfolders(path.join(root, "toolchains"), platform);
  if (installed.length === 0) return { kind: "undecided" };
  const wish = await chosenToolchain(candidate, root);
  if (wish === undefined) return { kind: "broken", reason: "rustup has no toolchain chosen" };
  const toolchain = matchToolchain(wish, installed);
  if (toolchain === undefined)
    return { kind: "broken", reason: `rustup has not installed the toolchain ${wish}` };
  const program = path.join(root, "toolchains", toolchain, "bin", path.basename(candidate.copy.path));
  if (platform.files.isExecutable(program)) return { kind: "program", path: program };
  return { kind: "broken", reason: `rustup has no ${candidate.command} in the toolchain ${toolchain}` };
}

/** A link to rustup, or the very same file under another name. */
function isProxy({ copy, command, context: { platform } }: Candidate): boolean {
  const path = pathsOf(platform);
  if (command === "rustup" || command === "rustup-init") return false;
  if (/^rustup(?:-init)?(?:\.exe)?$/.test(path.basename(copy.realPath))) return true;
  const rustup = path.join(path.dirname(copy.path), platform.host.os === "windows" ? "rustup.exe" : "rustup");
  const [own, other] = [platform.files.stat(copy.path), platform.files.stat(rustup)];
  return own !== undefined && own.inode !== 0 && own.inode === other?.inode && own.device === other.device;
}

/** The toolchain's folder that a name such as `stable` or `1.75` means: `stable-x86_64-unknown-linux-gnu`. */
export function matchToolchain(wish: string, installed: readonly string[]): string | undefined {
  if (installed.includes(wish)) return wish;
  return installed.find((name) => name.startsWith(`${wish}-`) && /^[a-z]/.test(name.slice(wish.length + 1)));
}

async function chosenToolchain({ context }: Candidate, root: string): Promise<string | undefined> {
  const { platform, workspace } = context;
  const path = pathsOf(platform);
  const named = platform.host.env["RUSTUP_TOOLCHAIN"];
  if (named !== undefined && named !== "") return safe(named);
  const text = readSmallText(path.join(root, "settings.toml"), platform) ?? "";
  const settings = (await parseStructured("toml", text)).documents[0];
  const overrides = new Map(
    membersOf(nodeAt(settings, "overrides")).map((member) => [member.key, stringAt(member.value)]),
  );
  for (const folder of foldersUpwards({ platform, workspace })) {
    const chosen = overrides.get(folder) ?? (await toolchainFile(folder, context));
    if (chosen !== undefined) return safe(chosen);
  }
  return safe(stringAt(settings, "default_toolchain") ?? "");
}

/** `rust-toolchain` holds a bare name or, like `rust-toolchain.toml`, a table. */
async function toolchainFile(
  folder: string,
  { platform }: Candidate["context"],
): Promise<string | undefined> {
  const path = pathsOf(platform);
  for (const name of ["rust-toolchain", "rust-toolchain.toml"]) {
    const text = readSmallText(path.join(folder, name), platform);
    if (text === undefined) continue;
    const bare = text.trim();
    return isVersionName(bare)
      ? bare
      : stringAt((await parseStructured("toml", text)).documents[0], "toolchain", "channel");
  }
  return undefined;
}

function safe(name: string): string | undefined {
  return isVersionName(name) ? name : undefined;
}
