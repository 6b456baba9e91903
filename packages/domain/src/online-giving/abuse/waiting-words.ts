/** How long to wait, rounded up: 「5分」, 「2時間」. */
export function waitingWords(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes <= 90 ? `${minutes}分` : `${Math.ceil(minutes / 60)}時間`
}
