/** Programs that are given the file they run. */
const RUNNERS: ReadonlySet<string> = new Set(
  "node nodejs tsx ts-node ts-node-esm ts-node-dev bun sh bash zsh dash python python3 ruby perl php pwsh".split(
    " ",
  ),
);

/** Flags that are followed by a value of their own. */
const WITH_VALUE =
  /^(-r|--require|--import|--loader|--experimental-loader|-C|--conditions|-P|--project|--tsconfig|-O|-W|-X|-I|-o|-File)$/;

/** Flags after which no file comes. */
const WITHOUT_FILE =
  /^(-e|-p|-pe|-c|-m|--eval|--print|--test|-s|-|--command|-lc|-ec|-ic|--run|--version|-v|-V)$/;

/** A command line that goes to another folder, or that hands another program what it runs. */
const ELSEWHERE =
  /(^|[\s;&|(])(cd|pushd|docker|podman|ssh|kubectl|nix|chroot)\s|\s(-C|--prefix|--cwd|--filter|-F|exec)[\s=]/;

/**
 * Files that the commands of a script start by their path: `node scripts/a.js`, `bash ci/run.sh`, `./tools/b.sh`.
 * Nothing of a script that goes to another folder first.
 */
export function startedFiles(script: string): readonly string[] {
  if (ELSEWHERE.test(script)) return [];
  return script
    .replaceAll(/\\\r?\n/g, " ")
    .split(/\r?\n|&&|\|\||[;|&]/)
    .flatMap(startedFile)
    .filter((file) => !isTested(script, file));
}

/** `[ -f ci/run.sh ] && ci/run.sh`: what is only started where it is there need not be. */
function isTested(script: string, file: string): boolean {
  const name = file.replace(/^\.\//, "");
  return [...script.matchAll(/(?:^|\s)(?:-[efrsx]|Test-Path)\s+["']?(?:\.\/)?([^\s"'\]]+)/g)].some(
    ([, tested]) => tested === name,
  );
}

function startedFile(command: string): readonly string[] {
  const words = command
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  while (
    /^([A-Za-z_]\w*=\S*|sudo|time|exec|env|cross-env|command|nohup|then|do|else|if|!|c8|nyc)$/.test(
      words[0] ?? "",
    )
  )
    words.shift();
  const [program = "", ...rest] = words;
  if (RUNNERS.has(program)) {
    const file = fileAmong(program === "bun" && rest[0] === "run" ? rest.slice(1) : rest);
    return file === undefined ? [] : [file];
  }
  return /^\.{0,2}[\w-]*\/\S*\.(sh|bash|py|rb|pl|m?js|cjs|ts|mts|ps1)$|^\.\/(gradlew|mvnw)$/.test(program)
    ? [program]
    : [];
}

function fileAmong(words: readonly string[]): string | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "<<" || WITHOUT_FILE.test(word) || /^[<>]|^<</.test(word)) return undefined;
    if (WITH_VALUE.test(word)) at += 1;
    else if (!/^[-+]/.test(word) && word !== "watch")
      return isFileName(word) ? word.replaceAll(/^["']|["']$/g, "") : undefined;
  }
  return undefined;
}

function isFileName(word: string): boolean {
  return (
    /^["']?[\w@.][\w@./+-]*\.\w{1,5}["']?$/.test(word) ||
    /^["']?\.{0,2}[\w@-][\w@.-]*\/[\w@./+-]+["']?$/.test(word)
  );
}
