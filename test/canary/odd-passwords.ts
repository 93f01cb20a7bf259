import type { Machine } from "../support/command.ts";
import { git, writeTree, type Tree } from "../support/folders.ts";
import type { Canaries } from "./plant.ts";

/** Marks that mean something in addresses, shells and files, and stand in passwords all the same. */
const MARKS = [
  "/",
  "#",
  "?",
  "@",
  ":",
  "%",
  "%2F",
  "%40",
  "+",
  "=",
  "&",
  "!",
  "$",
  "~",
  ";",
  ",",
  "|",
  "*",
  "^",
  "(",
];

/** A secret with a mark in its middle; either half of it alone must not be shown. */
function makeOdd(canaries: Canaries, mark: string): string {
  return `${canaries.make()}${mark}${canaries.make()}`;
}

/** Addresses with such passwords, as variables hold them. */
export function oddVariables(canaries: Canaries): Record<string, string> {
  const schemes = ["postgresql", "redis", "mongodb+srv", "amqp", "https"];
  return Object.fromEntries(
    MARKS.map((mark, index) => [
      `PANTRY_${index}_URL`,
      `${schemes[index % schemes.length]}://baker:${makeOdd(canaries, mark)}@pantry.internal:5432/flour`,
    ]),
  );
}

/** Addresses that a person registers, each with such a password. */
export function oddAddresses(canaries: Canaries): readonly string[] {
  return MARKS.map((mark) => `postgresql://baker:${makeOdd(canaries, mark)}@127.0.0.1:1/flour`);
}

/** Puts such passwords wherever an address or a password stands in a file, and into git's remotes. */
export function plantOddPasswords(machine: Machine, canaries: Canaries): void {
  writeTree(machine.root, projectFiles(canaries));
  writeTree(machine.home, homeFiles(canaries), 0o600);
}

/** Git must be there first. */
export function addOddRemotes(machine: Machine, canaries: Canaries): void {
  for (const [index, mark] of MARKS.entries()) {
    const address = `https://baker:${makeOdd(canaries, mark)}@git.example.com/bakery/oven-${index}.git`;
    git(machine.root, "remote", "add", `odd-${index}`, address);
  }
}

function projectFiles(canaries: Canaries): Tree {
  const address = (mark: string, rest: string) => `https://baker:${makeOdd(canaries, mark)}@${rest}`;
  const servers = MARKS.map((mark, index) => [`odd${index}`, { url: address(mark, "mcp.example.com/sse") }]);
  const started = MARKS.map((mark, index) => [
    `run${index}`,
    {
      command: "npx",
      args: ["-y", address(mark, "mcp.example.com/pkg.tgz"), `--key=${makeOdd(canaries, mark)}`],
    },
  ]);
  return {
    "pantry/.env": MARKS.map((mark, index) => `URL_${index}='${address(mark, "h/d")}'\n`).join(""),
    "pantry/.cursor/mcp.json": JSON.stringify({ mcpServers: Object.fromEntries([...servers, ...started]) }),
    "pantry/compose.yaml": `services:\n  db:\n    image: postgres:16\n    environment:\n${MARKS.map((mark, index) => `      P${index}_PASSWORD: ${JSON.stringify(makeOdd(canaries, mark))}\n`).join("")}`,
    "pantry/infra/main.tf": MARKS.map(
      (mark, index) =>
        `module "m${index}" {\n  source = ${JSON.stringify(`git::${address(mark, "git.example.com/m.git?ref=v1")}`).replaceAll("${", "$${")}\n}\n`,
    ).join(""),
    "pantry/requirements.txt": `--index-url ${address("/", "pypi.example.com/simple")}\nboto3==1.35.50\n`,
    "pantry/package.json": JSON.stringify({
      dependencies: {
        openai: address("#", "npm.example.com/openai.tgz"),
        boto: `git+${address("/", "g/x.git")}`,
      },
    }),
  };
}

function homeFiles(canaries: Canaries): Tree {
  const address = (mark: string, rest: string) => `https://baker:${makeOdd(canaries, mark)}@${rest}`;
  return {
    ".config/pip/pip.conf": `[global]\nindex-url = ${address("/", "pypi.example.com/simple")}\nextra-index-url = ${address("#", "b.example.com/simple")}\n`,
    ".config/git/credentials": MARKS.map((mark) => `${address(mark, "git.example.com")}\n`).join(""),
    ".gitconfig": `[url "${address("/", "git.example.com/")}"]\n\tinsteadOf = bakery:\n`,
  };
}
