import { expect, test } from "vitest";
import { ARTIFACT_KINDS } from "../src/cleanup/catalogue/index.ts";
import { COMMON_OPTIONS } from "../src/cli/command-definition.ts";
import { COMMANDS } from "../src/cli/commands.ts";
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

test("docs/reference/artifacts.md lists every kind of artifact, its marker and what brings it back", async () => {
  const code = (patterns: readonly string[] = []) => patterns.map((one) => `\`${one}\``).join(" ");
  const describeConditions = (conditions: (typeof ARTIFACT_KINDS)[number]["needs"]) =>
    [
      ["beside", conditions?.beside],
      ["in or below the folder of", conditions?.above],
      ["holds", conditions?.inside],
      ["holds nothing but", conditions?.holdsOnly],
      ["at its top nothing but", conditions?.topOnly],
      ["begins with the bytes", conditions?.begins],
    ].flatMap(([word, patterns]) =>
      typeof patterns === "object" ? [`${String(word)} ${code(patterns)}`] : [],
    );
  const types = [...new Set(ARTIFACT_KINDS.map(({ projectType }) => projectType))];
  const sections = types.flatMap((type) => [
    `## ${type}`,
    "",
    "| kind | what it is | names | needs | certain without git's word | comes back by |",
    "|---|---|---|---|---|---|",
    ...ARTIFACT_KINDS.filter(({ projectType }) => projectType === type).map((kind) => {
      const { id, title, names, needs, proof, restoredBy } = kind;
      const proven = proof === undefined ? "" : describeConditions(proof).join("; ") || "yes";
      return `| ${id} | ${title} | ${code(names)} | ${describeConditions(needs).join("; ")} | ${proven} | ${restoredBy} |`;
    }),
    "",
  ]);
  await expect([NOTE, "", "# Artifacts", "", ...sections].join("\n")).toMatchFileSnapshot(
    "../docs/reference/artifacts.md",
  );
});
