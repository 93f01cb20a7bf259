import type { Reporter, TestModule } from "vitest/node";

/** Prints `N passed, N failed` last, from what really ran; a file that does not load counts as failed. */
class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const failedTests = tests.filter((test) => test.result().state === "failed").length;
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    process.stdout.write(`${passed} passed, ${failedTests + brokenModules + errors.length} failed\n`);
  }
}

export default TotalsReporter;
