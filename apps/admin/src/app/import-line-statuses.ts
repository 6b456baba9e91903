/** What becomes of a line of a file that adds and changes, in words; faulty ones stand first. */
export const importLineStatuses = [
  { status: 'error', word: '誤り', tone: 'error' },
  { status: 'new', word: '追加', tone: 'success' },
  { status: 'changed', word: '変更', tone: 'accent' },
  { status: 'unchanged', word: '変更なし', tone: 'neutral' },
] as const

interface JudgedLine {
  readonly status: (typeof importLineStatuses)[number]['status']
}

/** The lines in the order in which somebody has to look at them: faulty ones first, then what is added and changed. */
export function errorsFirst<Line extends JudgedLine>(lines: readonly Line[]): Line[] {
  const place = ({ status }: JudgedLine) => importLineStatuses.findIndex((each) => each.status === status)
  return lines.toSorted((left, right) => place(left) - place(right))
}

/** How many lines would write something down. */
export function countEffective(lines: readonly JudgedLine[]): number {
  return lines.filter(({ status }) => status === 'new' || status === 'changed').length
}
