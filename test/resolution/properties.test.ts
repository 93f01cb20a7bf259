import fc from "fast-check";
import { expect, test } from "vitest";
import { setValue } from "../../src/resolution/dotenv-text.ts";
import { chooseSides, readHunks } from "../../src/resolution/merge/hunks.ts";
import { commonLines, mergeLines } from "../../src/resolution/merge/merge-lines.ts";
import { isSame, mergeValues } from "../../src/resolution/merge/merge-values.ts";
import { applyEdits, applyTextEdits, toByteEdits } from "../../src/resolution/text-edits.ts";
import { locateAssignments, parseDotenv } from "../../src/workspace/parsers/dotenv.ts";
import { membersOf } from "../../src/workspace/parsers/navigate.ts";

const lines = fc.array(fc.constantFrom("rye", "wheat", "salt", "water", ""), { maxLength: 12 });

test("edits by bytes are the same as edits by characters", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(text, fc.tuple(fc.nat(), fc.nat()), text, (before, places, inserted) => {
      const offsets = Array.from(before).reduce<number[]>(
        (all, unit) => [...all, (all.at(-1) ?? 0) + unit.length],
        [0],
      );
      const [start = 0, end = 0] = places
        .map((at) => offsets[at % offsets.length] ?? 0)
        .toSorted((a, b) => a - b);
      const edits = [{ start, end, text: inserted }];
      const bytes = applyEdits(Buffer.from(before, "utf8"), toByteEdits(before, edits));
      expect(bytes.toString("utf8")).toBe(applyTextEdits(before, edits));
    }),
  );
});

test("a value that is set is read back, and nothing else is another one", () => {
  const assignment = fc.constantFrom(
    "A=1",
    "export B='two' # b",
    'C="x y"',
    "# note",
    "",
    "A = last",
    "D=`t`",
  );
  fc.assert(
    fc.property(
      fc.array(assignment, { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      fc.string({ maxLength: 20 }),
      (written, lineEnd, value) => {
        const text = ["A=0", ...written].join(lineEnd);
        const edit = setValue(text, "A", value);
        if (edit === undefined) return;
        const values = (source: string) =>
          membersOf(parseDotenv(source).documents[0]).map(({ key, value: node }) => [
            key,
            node.kind === "scalar" ? node.value : null,
          ]);
        const expected = values(text);
        const last = expected.findLastIndex(([key]) => key === "A");
        expected[last] = ["A", value];
        expect(values(applyTextEdits(text, [edit]))).toEqual(expected);
      },
    ),
  );
});

test("assignments stand where the parser has them", () => {
  const text = fc.array(fc.constantFrom("A=1", " B: 'x'", 'C="1\n2"', "#c", "D=", "\r\n", "\n", " "), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const source = parts.join("\n");
      const parsed = membersOf(parseDotenv(source).documents[0]);
      const located = locateAssignments(source);
      expect(located.map(({ key, value, line }) => [key, value, line])).toEqual(
        parsed.map(({ key, value, keyPosition }) => [
          key,
          value.kind === "scalar" ? value.value : null,
          keyPosition.line,
        ]),
      );
    }),
  );
});

test("a side that changed nothing leaves the other one, and the order of the sides is no matter", () => {
  fc.assert(
    fc.property(lines, lines, lines, (base, ours, theirs) => {
      expect(mergeLines({ base, ours, theirs: base }, "apart")).toEqual(ours);
      expect(mergeLines({ base, ours: base, theirs }, "apart")).toEqual(theirs);
      expect(mergeLines({ base, ours, theirs: ours }, "apart")).toEqual(ours);
      expect(mergeLines({ base, ours, theirs }, "apart")).toEqual(
        mergeLines({ base, ours: theirs, theirs: ours }, "apart"),
      );
      const pairs = commonLines(ours, theirs);
      expect(pairs.every(([a, b]) => ours[a] === theirs[b])).toBe(true);
    }),
    { examples: [[["rye"], [], [""]]] },
  );
});

test("values merge like lines do", () => {
  const value = fc
    .jsonValue({ maxDepth: 3 })
    .map((one): Parameters<typeof isSame>[0] => JSON.parse(JSON.stringify(one)));
  fc.assert(
    fc.property(value, value, value, (base, ours, theirs) => {
      expect(isSame(mergeValues(base, ours, base)?.value, ours)).toBe(true);
      expect(isSame(mergeValues(base, base, theirs)?.value, theirs)).toBe(true);
      const [there, back] = [mergeValues(base, ours, theirs), mergeValues(base, theirs, ours)];
      expect(there === undefined).toBe(back === undefined);
    }),
  );
});

test("hunks are read as they are written", () => {
  const side = fc.array(fc.constantFrom("rye", "wheat", "", "    salt"), { maxLength: 4 });
  const base = fc.option(side, { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.tuple(lines, side, base, side), { maxLength: 4 }), (hunks) => {
      const text = hunks.flatMap(([before, ours, middle, theirs]) => [
        ...before,
        "<<<<<<< HEAD",
        ...ours,
        ...(middle === undefined ? [] : ["||||||| base", ...middle]),
        "=======",
        ...theirs,
        ">>>>>>> rye",
      ]);
      const read = readHunks(text);
      expect(read.map(({ ours, base: middle, theirs }) => [ours, middle, theirs])).toEqual(
        hunks.map(([, ...rest]) => rest),
      );
      expect(chooseSides(text, read, ({ ours }) => ours)).toEqual(
        hunks.flatMap(([before, ours]) => [...before, ...ours]),
      );
    }),
  );
});
