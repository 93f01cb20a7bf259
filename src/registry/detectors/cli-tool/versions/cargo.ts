import { parseJson } from "../../../../workspace/parsers/json.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../../workspace/parsers/navigate.ts";
import type { ProgramCopy } from "../../../types.ts";
import type { Candidate } from "../candidate.ts";
import { folderOf, pathsOf } from "../place-of-program.ts";
import { readSmallText } from "../read-small.ts";

/** The version of a program that `cargo install` built, from cargo's own list. */
export function cargoVersion({ command, context }: Candidate, program: ProgramCopy): string | undefined {
  const { platform } = context;
  const path = pathsOf(platform);
  const root = folderOf(platform, "CARGO_HOME", ".cargo");
  if (path.dirname(program.realPath) !== path.join(root, "bin")) return undefined;
  const text = readSmallText(path.join(root, ".crates2.json"), platform);
  if (text === undefined) return undefined;
  const installs = membersOf(nodeAt(parseJson(text).documents[0], "installs"));
  const own = installs.find(({ value }) =>
    itemsOf(nodeAt(value, "bins")).some((bin) => stringAt(bin)?.replace(/\.exe$/, "") === command),
  );
  return /^\S+ (\d+\.\d+\.\d+\S*) \(/.exec(own?.key ?? "")?.[1];
}
