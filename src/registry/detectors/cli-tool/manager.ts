/** Marks of a manager in the path of a program, the more particular ones first. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\/\.nvm\/|\/nvm\/versions\//, "nvm"],
  [/\/(\.local\/share\/)?fnm(_multishells)?\/|\/\.fnm\//, "fnm"],
  [/\/\.volta\//, "volta"],
  [/\/mise\/(shims|installs)\/|\/\.mise\//, "mise"],
  [/\/\.?asdf\/(shims|installs)\//, "asdf"],
  [/\/\.?pyenv\/(shims|versions|bin|libexec)\//, "pyenv"],
  [/\/\.?rbenv\/(shims|versions|bin|libexec)\//, "rbenv"],
  [/\/\.?nodenv\/(shims|versions|bin)\//, "nodenv"],
  [/\/\.?tfenv\//, "tfenv"],
  [/\/\.sdkman\//, "sdkman"],
  [/\/(Cellar|homebrew|linuxbrew|\.linuxbrew)\//i, "homebrew"],
  [/\/\.rustup\//, "rustup"],
  [/\/\.cargo\/bin\//, "cargo"],
  [/\/nix\/store\/|\/\.nix-profile\//, "nix"],
  [/\/snap\//, "snap"],
  [/\/flatpak\//, "flatpak"],
  [/\/pipx\//, "pipx"],
  [/\/uv\/tools\//, "uv"],
  [/\/(mini|ana|mini ?forge)conda3?\/|\/conda\//, "conda"],
  [/\/scoop\/(shims|apps)\//i, "scoop"],
  [/\/chocolatey\//i, "chocolatey"],
  [/\/node_modules\//, "npm"],
  [/\/\.bun\//, "bun"],
  [/\/go\/bin\//, "go"],
];

/** The manager that provides a program, told by where it stands; `system` where nothing tells otherwise. */
export function managerOf(path: string, realPath: string): string {
  const places = [path, realPath].map((place) => place.replaceAll("\\", "/"));
  const mark = MARKS.find(([pattern]) => places.some((place) => pattern.test(place)));
  if (mark !== undefined) return mark[1];
  return places.some((place) =>
    /^\/(usr\/)?(s?bin|local|lib)|^\/opt\/|^[a-z]:\/(windows|program files)/i.test(place),
  )
    ? "system"
    : "unknown";
}
