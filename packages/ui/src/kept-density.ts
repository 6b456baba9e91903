/** How closely lines stand; density.css says what follows from it. */
export type Density = 'comfortable' | 'compact'

/** Kept in a cookie, because the server draws pages and has to know as well. */
const cookieName = 'density'
const aYearInSeconds = 365 * 24 * 60 * 60

/** The cookies of the reader for whom the server is drawing at this moment. */
let cookiesDrawnFor = ''

/** The density in force: what was chosen in this browser, compact until then (staff sit at a desk). */
export function currentDensity(): Density {
  return densityIn(typeof document === 'undefined' ? cookiesDrawnFor : document.cookie)
}

/** The density that a Cookie header asks for. */
export function densityIn(cookies: string): Density {
  return cookies.split('; ').includes(`${cookieName}=comfortable`) ? 'comfortable' : 'compact'
}

/** Draws something for a reader whose cookies are known, without waiting for anything meanwhile. */
export function withKeptDensity<T>(cookies: string, draw: () => T): T {
  cookiesDrawnFor = cookies
  try {
    return draw()
  } finally {
    cookiesDrawnFor = ''
  }
}

/** Puts a density in force for this browser and keeps it. */
export function setDensity(density: Density): void {
  document.cookie = `${cookieName}=${density}; path=/; max-age=${aYearInSeconds}; samesite=lax`
  document.documentElement.dataset['density'] = density
}

/** Puts the kept density in force; called once before the first rendering, so that nothing jumps. */
export function applyKeptDensity(): void {
  document.documentElement.dataset['density'] = currentDensity()
}
