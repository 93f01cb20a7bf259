import type { DockerfileDocument, DockerfileInstruction } from "../../../workspace/parsers/dockerfile.ts";
import type { Detection, SourceFile } from "../../types.ts";

/** What an image is built from and what it offers. */
export async function extractDockerfile(file: SourceFile): Promise<Detection> {
  const document = await file.parseDockerfile();
  const bases = document === undefined ? [] : baseImages(document);
  if (document === undefined || bases.length === 0) return { resources: [] };
  const last = bases.at(-1);
  return {
    resources: [
      {
        name: file.path,
        resourceType: "container",
        accessPattern: `docker build -f ${file.path} .`,
        description: `image built from ${last?.image ?? "scratch"}`,
        status: "available",
        tags: ["dockerfile"],
        metadata: {
          baseImages: bases.map(({ image, stage, line }) => ({ image, stage, line })),
          exposedPorts: wordsOf(document, "EXPOSE"),
          user: wordsOf(document, "USER").at(-1),
        },
        file: file.path,
        line: last?.line,
      },
    ],
  };
}

interface BaseImage {
  readonly image: string;
  readonly stage: string | undefined;
  readonly line: number;
}

/** The images of all FROM lines; ARG defaults that stand before the first are filled in. */
function baseImages({ instructions }: DockerfileDocument): readonly BaseImage[] {
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === "FROM");
  const defaults = new Map(instructions.slice(0, Math.max(0, firstFrom)).flatMap(argumentDefault));
  return instructions
    .filter(({ keyword }) => keyword === "FROM")
    .map(({ parameters, position }) => ({
      image: fillIn(parameters[0]?.value ?? "", defaults),
      stage: parameters[1]?.value.toLowerCase() === "as" ? parameters[2]?.value : undefined,
      line: position.line,
    }));
}

function argumentDefault({
  keyword,
  parameters,
}: DockerfileInstruction): readonly (readonly [string, string])[] {
  if (keyword !== "ARG") return [];
  return parameters.flatMap(({ value }) => {
    const match = /^(\w+)=(.*)$/.exec(value);
    return match === null ? [] : [[match[1] ?? "", (match[2] ?? "").replaceAll(/^["']|["']$/g, "")] as const];
  });
}

function fillIn(image: string, defaults: ReadonlyMap<string, string>): string {
  return image.replaceAll(
    /\$\{?(\w+)(?::?-([^}]*))?\}?/g,
    (whole, name: string, fallback: string | undefined) => {
      return defaults.get(name) ?? fallback ?? whole;
    },
  );
}

function wordsOf({ instructions }: DockerfileDocument, keyword: string): readonly string[] {
  return instructions
    .filter((instruction) => instruction.keyword === keyword)
    .flatMap(({ parameters }) => parameters.map(({ value }) => value));
}
