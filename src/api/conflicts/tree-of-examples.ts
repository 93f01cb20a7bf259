import type { Workspace } from "../../workspace/types.ts";

/** In bytes: larger files are no page that says what a tree is, and no manifest. */
const LARGEST = 65_536;

/** Of what a file says, its name stands at the top. */
const TOP = 600;

/** Files in which a tree says what it is called, each with the form in which it does. */
const NAMES: readonly (readonly [path: string, form: RegExp])[] = [
  ["README.md", /^#[ \t]+(.{1,100})$/m],
  ["README.adoc", /^=+[ \t]+(.{1,100})$/m],
  ["package.json", /"name"\s*:\s*"([^"\n]{1,100})"/],
  ["settings.gradle", /rootProject\.name\s*=\s*["']([^"'\n]{1,100})/],
  ["settings.gradle.kts", /rootProject\.name\s*=\s*["']([^"'\n]{1,100})/],
];

const EXAMPLES = "(samples?|examples?|demos?|tutorials?|workshops?|quick-?starts?|courses?)";
const OF_EXAMPLES = new RegExp(String.raw`^${EXAMPLES}\b|\b${EXAMPLES}$`, "i");

/** True for a tree whose own name says that it shows how something is done: `security-samples`, `# Oven Examples`. */
export function isTreeOfExamples(workspace: Workspace): boolean {
  return NAMES.some(([path, form]) => {
    if ((workspace.get(path)?.size ?? LARGEST) >= LARGEST) return false;
    const read = workspace.readText(path);
    return read.isRead && OF_EXAMPLES.test(form.exec(read.text.slice(0, TOP))?.[1]?.trim() ?? "");
  });
}
