/** True for files that are wrong so that something else can be tested with them. */
export function isMadeWrong(path: string): boolean {
  return /(^|\/)(fixtures?|__fixtures__|testdata|test-data|test_data|snapshots?|__snapshots__|goldens?)\//i.test(
    path,
  );
}
