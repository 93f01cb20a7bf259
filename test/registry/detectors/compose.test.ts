import { createServer } from "node:net";
import { expect, test } from "vitest";
import { composeDetector } from "../../../src/registry/detectors/compose/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test("services of every compose file, with image tag, place and whether they can be up", async () => {
  const server = createServer().listen(15_432, "127.0.0.1");
  await new Promise((done) => server.on("listening", done));
  const bench = await createBench({ fixture: "compose" });
  const report = await bench.detect(composeDetector);
  server.close();
  expect(linesOf(report)).toEqual([
    "container ./web - unavailable docker-compose.yml:3",
    "container db 15.4 available docker-compose.yml:11",
    "container queue - unknown docker-compose.yml:17",
    "container tools/web 1.27 unavailable tools/compose.yaml:2",
    "container unset - unknown docker-compose.yml:22",
  ]);
  expect(report.resources.find(({ name }) => name === "./web")).toMatchObject({
    dependencies: ["db"],
    statusReason: "nothing listens on port 18080, 18443",
    metadata: {
      buildContext: "./web",
      envFiles: [".env"],
      ports: [
        { hostPort: 18_080, containerPort: 80 },
        { hostIp: "127.0.0.1", hostPort: 18_443 },
      ],
    },
  });
  expect(report.resources.find(({ name }) => name === "queue")?.dependencies).toEqual(["db"]);
  expect(metadataOf(report, "tools/web")["ports"]).toMatchObject([
    { hostPort: 18_500, containerPort: 80 },
    { hostPort: 18_501, containerPort: 81 },
  ]);
  expect(metadataOf(report, "db")["profiles"]).toEqual(["data"]);
});
