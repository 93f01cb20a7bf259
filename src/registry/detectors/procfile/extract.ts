import type { Detection, SourceFile } from "../../types.ts";

/** The processes that a Procfile declares; what they run is not shown, for a command line may hold a secret. */
export function extractProcfile(file: Pick<SourceFile, "path" | "readText">): Detection {
  const lines = (file.readText() ?? "").split(/\r?\n/);
  const resources = lines.flatMap((line, index) => {
    const [, name, command = ""] = /^([A-Za-z0-9_-]+):\s*(\S.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    return [
      {
        name: `process:${name}`,
        resourceType: "local_service",
        accessPattern: `${file.path}#${name}`,
        description: `the process ${name} of ${file.path}`,
        status: "unknown" as const,
        statusReason: "a Procfile does not say how to see whether it runs",
        tags: ["procfile"],
        metadata: { process: name, program: programOf(command) },
        file: file.path,
        line: index + 1,
      },
    ];
  });
  return { resources };
}

/** The first word that is no assignment of a variable. */
function programOf(command: string): string | undefined {
  return command.split(/\s+/).find((word) => !/^\w+=/.test(word));
}
