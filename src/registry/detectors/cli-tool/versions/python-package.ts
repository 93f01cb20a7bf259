import type { ProgramCopy } from "../../../types.ts";
import type { Candidate } from "../candidate.ts";
import { pathsOf } from "../place-of-program.ts";
import { entryNames } from "../read-small.ts";

/** The version of the Python distribution that a program belongs to: the name of its `dist-info` folder. */
export function pythonVersion({ tool, context }: Candidate, program: ProgramCopy): string | undefined {
  const wanted = tool.python;
  if (wanted === undefined) return undefined;
  const path = pathsOf(context.platform);
  const prefixes = [program.realPath, program.path].map((file) => path.dirname(path.dirname(file)));
  for (const prefix of new Set([...prefixes, ...(tool.pythonPrefixes ?? [])])) {
    const names = packageFolders(prefix, context).flatMap((folder) => entryNames(folder, context.platform));
    const versions = new Set(names.flatMap((name) => distributionVersion(name, wanted) ?? []));
    const [only, ...others] = versions;
    if (only !== undefined && others.length === 0) return only;
  }
  return undefined;
}

/** `awscli-1.32.0.dist-info` → `1.32.0`, when `awscli` is wanted. */
export function distributionVersion(entry: string, wanted: readonly string[]): string | undefined {
  const [, name, version] = /^(.+?)-(\d[^-]*?)(?:-py\d[\d.]*)?\.(?:dist|egg)-info$/.exec(entry) ?? [];
  if (name === undefined) return undefined;
  return wanted.includes(name.toLowerCase().replaceAll(/[-_.]+/g, "_")) ? version : undefined;
}

/** Folders of packages under a prefix: of each Python, of Debian, of Windows. */
function packageFolders(prefix: string, { platform }: Candidate["context"]): readonly string[] {
  const path = pathsOf(platform);
  if (platform.host.os === "windows") return [path.join(prefix, "Lib", "site-packages")];
  return ["lib", "lib64"].flatMap((lib) =>
    entryNames(path.join(prefix, lib), platform)
      .filter((name) => /^python\d[\d.]*$/.test(name))
      .flatMap((name) =>
        ["site-packages", "dist-packages"].map((last) => path.join(prefix, lib, name, last)),
      ),
  );
}
