import type { ProgramCopy } from "../../../types.ts";
import { withSlashes } from "../place-of-program.ts";

/** Marks of a manager in the path of a program, spelt as PATH has it; the more particular ones come first. */
const PATH_MARKS: readonly (readonly [RegExp, string])[] = [
  [/\/\.?nvm\/versions\//, "nvm"],
  [/\/fnm_multishells\/|\/node-versions\/v[^/]+\/installation\//, "fnm"],
  [/\/\.volta\//, "volta"],
  [/\/(?:mise|rtx)\/(?:shims|installs)\//, "mise"],
  [/\/\.?asdf\/(?:shims|installs)\//, "asdf"],
  [
    /\/\.?(pyenv|rbenv|nodenv|goenv|jenv|tfenv|tgenv|phpenv|plenv)\/(?:shims|versions|bin|libexec|plugins)\//,
    "$1",
  ],
  [/\/\.sdkman\//, "sdkman"],
  [/\/\.?rvm\//, "rvm"],
  [/\/pipx\/venvs\//, "pipx"],
  [/\/uv\/(?:tools|python)\//, "uv"],
  [/\/(?:mini|ana)conda\d?\/|\/(?:mini|mamba)forge\d?\/|\/\.?(?:conda|micromamba)\//, "conda"],
  [/^\/nix\/store\/|\/\.nix-profile\/|^\/run\/current-system\/sw\/|\/\.local\/state\/nix\//, "nix"],
  [/^\/(?:var\/lib\/snapd\/)?snap\//, "snap"],
  [/\/flatpak\/exports\//, "flatpak"],
  [/\/(?:Cellar|Caskroom)\/|^\/opt\/homebrew\/|\/\.?linuxbrew\//, "homebrew"],
  [/^\/opt\/local\//, "macports"],
  [/\/\.rustup\/toolchains\//, "rustup"],
  [/\/\.juliaup\//, "juliaup"],
  [/\/\.ghcup\//, "ghcup"],
  [/\/\.dotnet\/tools\//, "dotnet"],
  [/\/scoop\/(?:shims|apps)\//i, "scoop"],
  [/\/chocolatey\//i, "chocolatey"],
  [/\/WinGet\/(?:Links|Packages)\//i, "winget"],
  [/\/\.bun\//, "bun"],
  [/\/\.deno\//, "deno"],
];

/** What tells where nothing above does: packages of languages, often inside a folder of the system. */
const PACKAGE_MARKS: readonly (readonly [RegExp, string])[] = [
  [/^(?!\/usr\/).*\/google-cloud-sdk\//, "gcloud"],
  [/\/pnpm\/(?:global\/|[^/]+$)/, "pnpm"],
  [/\/node_modules\/corepack\/dist\/(?:yarn|pnpm|pnpx)/, "corepack"],
  [/\/node_modules\/(?!npm\/|corepack\/)/, "npm"],
  [/\/\.(?:npm-global|npm-packages)\//, "npm"],
  [/\/go\/bin\/(?!gofmt$|go$)[^/]+$/, "go"],
  [/\/\.gem\/|\/gems\//, "gem"],
];

/** The manager that provides a program, told by where it stands: `user` or `system` where no other shows. */
export function managerOf(copy: ProgramCopy, homeFolder: string): string {
  const places = [withSlashes(copy.path), withSlashes(copy.realPath)];
  const marked = firstMark(PATH_MARKS, places) ?? cargoOrRustup(places) ?? firstMark(PACKAGE_MARKS, places);
  if (marked !== undefined) return marked;
  const home = withSlashes(homeFolder).replace(/\/+$/, "");
  return home !== "" && places[0]?.startsWith(`${home}/`) === true ? "user" : "system";
}

function firstMark(
  marks: readonly (readonly [RegExp, string])[],
  places: readonly string[],
): string | undefined {
  for (const [mark, manager] of marks) {
    const match = places.map((place) => mark.exec(place)).find((found) => found !== null);
    if (match !== undefined) return manager === "$1" ? match?.[1] : manager;
  }
  return undefined;
}

/** Rustup puts its proxies among the programs that cargo installed. */
function cargoOrRustup(places: readonly string[]): string | undefined {
  const inCargo = places.find((place) => place.includes("/.cargo/bin/"));
  if (inCargo === undefined) return undefined;
  return places.some((place) => /\/rustup(?:\.exe)?$/.test(place)) ? "rustup" : "cargo";
}
