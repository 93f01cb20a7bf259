/** A whole number that a double cannot hold stays the text of its digits; any other number is itself. */
export function exactWhole(source: string, value: number): number | string {
  return Number.isSafeInteger(value) || !/^[+-]?\d+$/.test(source) ? value : source.replace("+", "");
}

/** Terraform's numbers have no bounds: one of which a double would lose digits stays the text that it is. */
export function exactNumber(text: string): number | string {
  const number = Number(text);
  if (/^-?\d+$/.test(text)) return exactWhole(text, number);
  const digits = significantDigits(text);
  if (digits.length <= 15) return Number.isFinite(number) && (number !== 0 || digits === "") ? number : text;
  return significantDigits(String(number)) === digits ? number : text;
}

function significantDigits(text: string): string {
  const [mantissa = ""] = text.toLowerCase().split("e");
  return mantissa.replaceAll(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "");
}
