const inTokyo = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit',
})
const withSeconds = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'medium' })

/** An instant on the clock in Tokyo: 2026/11/21 14:05; — when there is none. */
export function formatInstant(instant: string | null): string {
  return instant === null ? '—' : inTokyo.format(new Date(instant))
}

/** The same to the second, for the audit log. */
export function formatInstantFully(instant: string): string {
  return withSeconds.format(new Date(instant))
}
