import type { Candidate } from "./candidate.ts";
import { withSlashes } from "./place-of-program.ts";

/** Commands that macOS has in /usr/bin even where the developer tools are not installed: starting one opens a dialog. */
const DEVELOPER_COMMANDS = new Set(
  "git python3 pip3 make gmake clang gcc g++ swift svn lldb clang-format xcodebuild".split(" "),
);

const DEVELOPER_FOLDERS = [
  "/Library/Developer/CommandLineTools/usr/bin",
  "/Applications/Xcode.app/Contents/Developer/usr/bin",
  "/Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr/bin",
];

/** True for what the system puts in the place of a program that nobody installed. */
export function isPlaceholder({ command, copy, context }: Candidate): boolean {
  const { host, files } = context.platform;
  if (host.os === "windows") return isStoreAlias(copy.path) && /^(?:python|python3)$/.test(command);
  if (host.os !== "macos" || !copy.path.startsWith("/usr/bin/")) return false;
  if (command === "java" || command === "javac") {
    const read = files.readFolder("/Library/Java/JavaVirtualMachines");
    return !read.isRead || read.entries.length === 0;
  }
  if (!DEVELOPER_COMMANDS.has(command)) return false;
  return !DEVELOPER_FOLDERS.some((folder) => files.isExecutable(`${folder}/${command}`));
}

/** Windows has a `python.exe` that opens its store. */
export function isStoreAlias(path: string): boolean {
  return /\/Microsoft\/WindowsApps\/[^/]+$/i.test(withSlashes(path));
}
