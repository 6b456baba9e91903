const systems = [['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Android', 'Android'], ['Windows', 'Windows'], ['Mac OS', 'Mac'], ['Linux', 'Linux']] as const
const browsers = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const

/** What a person recognizes a session by: 「WindowsのEdge」 */
export function deviceName(userAgent: string | null): string {
  const text = userAgent ?? ''
  const system = systems.find(([mark]) => text.includes(mark))?.[1]
  const browser = browsers.find(([mark]) => text.includes(mark))?.[1]
  if (system === undefined && browser === undefined) return '不明な端末'
  return system === undefined ? String(browser) : `${system}${browser === undefined ? '' : `の${browser}`}`
}
