/** 帳票作成の状態 */
export type DocumentRunStatus = 'waiting' | 'running' | 'done' | 'failed'

export const documentRunStatusNames: Record<DocumentRunStatus, string> = {
  waiting: '順番待ち',
  running: '作成中',
  done: 'できあがり',
  failed: '中断',
}

/** What could not be put on paper, or not as it should be, and why. */
export interface DocumentProblem {
  /** The piece (a 自治会, a member), or empty where it is about the whole. */
  readonly subject: string
  readonly message: string
  /** The piece was made all the same, and somebody should look at it. */
  readonly isMade?: boolean
}

/** Of the problems of a run, how many pieces were left out because of one. */
export function leftOutOf(problems: readonly DocumentProblem[]): number {
  return problems.filter(({ isMade }) => isMade !== true).length
}

/** Whether a run still goes on. */
export function isUnfinished(status: DocumentRunStatus): boolean {
  return status === 'waiting' || status === 'running'
}
