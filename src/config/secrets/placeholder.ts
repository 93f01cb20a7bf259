const WORDS =
  /^(change[-_ ]?(me|it|this)?!*|replace[-_ ]?(me|this)?.*|x{3,}|\*{3,}|\.{3}|…|-+|to-?do|tbd|n\/?a|none|null|undefined|dummy|placeholder|redacted|(your|my|insert|enter|add|put)[-_ ].*|.*[-_ ](here|goes[-_ ]here)|fill[-_ ]?(me|this)?[-_ ]?in|sk-(\.{3}|x+|…)|example)$/i;

/** True for a text that only stands where a value should: `changeme`, `xxx`, `<your-key>`, nothing at all. */
export function isPlaceholderText(text: string): boolean {
  const bare = text.trim();
  return (
    bare === "" ||
    WORDS.test(bare) ||
    /^<[^<>]*>$/.test(bare) ||
    /^\[[A-Za-z _-]+\]$/.test(bare) ||
    /^__\w+__$/.test(bare)
  );
}

/** True for a text that names a value without holding it: `$X`, `${X:-x}`, `$(command)`, `{{ .Values.x }}`, `%X%`. */
export function isExpressionText(text: string): boolean {
  const bare = text.trim();
  return /^(\$\w+|\$\{[^{}:?+-]*\}|\$\{\w+:?[?+][^{}]*\}|\$\{\{[^{}]*\}\}|\$\([^()]*\)|\{\{[^{}]*\}\}|%\w+%|<%.*%>)$/.test(
    bare,
  );
}

/** True for a text in which something is to be put in, whole or in part. */
export function holdsInterpolation(text: string): boolean {
  return /(^|[^\\$])\$(\w|\{|\()|\{\{/.test(text);
}
