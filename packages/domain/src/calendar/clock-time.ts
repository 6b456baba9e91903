/** The time on the wall in Tokyo at an instant, `13:05`: for telling when something was saved. */
export function clockTimeInTokyo(instant: Date): string {
  return clock.format(instant)
}

const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit', hour12: false })
