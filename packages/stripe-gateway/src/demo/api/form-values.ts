/** What a form holds: texts, and forms and lists within it. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue }

type Branch = Map<string, Branch | string>

/** The values of a form whose names have parts in brackets: `line_items[0][price_data][currency]=jpy`. */
export function formValues(form: URLSearchParams): FormValue {
  const root: Branch = new Map()
  for (const [name, value] of form) place(root, partsOf(name), value)
  return valueOf(root)
}

function place(root: Branch, parts: readonly string[], value: string): void {
  let branch = root
  for (const part of parts.slice(0, -1)) {
    const below = branch.get(part)
    const next: Branch = below instanceof Map ? below : new Map()
    branch.set(part, next)
    branch = next
  }
  branch.set(parts.at(-1) ?? '', value)
}

function partsOf(name: string): string[] {
  return name.replaceAll(']', '').split('[')
}

/** What is numbered is a list. */
function valueOf(branch: Branch | string): FormValue {
  if (typeof branch === 'string') return branch
  const names = [...branch.keys()]
  const values = [...branch.values()].map(valueOf)
  const isList = names.length > 0 && names.every((name) => /^\d*$/.test(name))
  return isList ? values : Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
}
