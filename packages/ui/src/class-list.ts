/** Joins the class names that apply, leaving out those whose condition was false. */
export function classList(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ')
}
