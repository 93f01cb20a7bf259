import { expect, test } from "vitest";
import { COMMON_OPTIONS } from "../src/cli/command-definition.ts";
import { COMMANDS } from "../src/cli/commands.ts";
import { ARTIFACT_KINDS } from "../src/cleanup/catalogue/index.ts";
import { DETECTORS } from "../src/registry/detectors/index.ts";

const NOTE =
  "<!-- Made by test/reference.test.ts; `npx vitest run -u test/reference.test.ts` makes it anew. -->";

test("docs/reference/detectors.md lists every detector and what it reads", async () => {
  const sections = DETECTORS.map(({ id, title, resourceTypes, reads, ttlSeconds }) => {
    const types = resourceTypes.map((type) => `\`${type}\``).join(", ");
    return [
      `## ${id}`,
      "",
      `${title}: ${types}. Holds for ${ttlSeconds} s.`,
      "",
      ...reads.map((place) => `- ${place}`),
      "",
    ].join("\n");
  });
  await expect([NOTE, "", "# Detectors", "", ...sections].join("\n")).toMatchFileSnapshot(
    "../docs/reference/detectors.md",
  );
});

test("docs/reference/commands.md lists every command and option", async () => {
  const table = (options: typeof COMMON_OPTIONS) =>
    options.map(({ flags, summary }) => `| \`${flags.replaceAll("|", "\\|")}\` | ${summary} |`);
  const header = ["| option | |", "|---|---|"];
  const sections = COMMANDS.flatMap(({ name, parameters, summary, options }) => [
    `## orchestra ${name}${parameters === undefined ? "" : ` ${parameters}`}`,
    "",
    `${summary}.`,
    "",
    ...(options.length === 0 ? [] : [...header, ...table(options), ""]),
  ]);
  const text = [
    NOTE,
    "",
    "# Commands",
    "",
    ...sections,
    "## Options of every command",
    "",
    ...header,
    ...table(COMMON_OPTIONS),
    "",
  ];
  await expect(text.join("\n")).toMatchFileSnapshot("../docs/reference/commands.md");
});

test("docs/reference/artifacts.md lists every kind of artifact", async () => {
  expect(ARTIFACT_KINDS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ARTIFACT_KINDS.map(({ id }) => id)).size).toBe(ARTIFACT_KINDS.length);
  const cell = (texts: readonly string[] = []) => texts.map((text) => `\`${text}\``).join(" ");
  const rows = ARTIFACT_KINDS.map(({ id, projectType, names, title, needs, restoredBy }) => {
    const marks = cell([...(needs?.beside ?? []), ...(needs?.above ?? []), ...(needs?.inside ?? [])]);
    return `| ${id} | ${projectType} | ${cell(names)} | ${title} | ${marks} | ${restoredBy} |`;
  });
  const head = [
    "| kind | project | names | what it is | needs | comes back by |",
    "|---|---|---|---|---|---|",
  ];
  await expect([NOTE, "", "# Artifacts", "", ...head, ...rows, ""].join("\n")).toMatchFileSnapshot(
    "../docs/reference/artifacts.md",
  );
});
