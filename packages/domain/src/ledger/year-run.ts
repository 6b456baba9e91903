/** How the years of a supporter's totals run: tax is by calendar year, the council's reports by fiscal year. */
export const yearRuns = ['calendar', 'fiscal'] as const
export type YearRun = (typeof yearRuns)[number]

export const yearRunNames: Record<YearRun, string> = { calendar: '暦年（1月から12月）', fiscal: '年度（4月から3月）' }
