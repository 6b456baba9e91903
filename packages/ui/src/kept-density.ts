/** How closely lines stand; density.css says what follows from it. */
export type Density = 'comfortable' | 'compact'

const storageKey = 'density'

/** The density in force: what was chosen in this browser, compact until then (staff sit at a desk). */
export function currentDensity(): Density {
  return localStorage.getItem(storageKey) === 'comfortable' ? 'comfortable' : 'compact'
}

/** Puts a density in force for this browser and keeps it. */
export function setDensity(density: Density): void {
  localStorage.setItem(storageKey, density)
  document.documentElement.dataset['density'] = density
}

/** Puts the kept density in force; called once before the first rendering, so that nothing jumps. */
export function applyKeptDensity(): void {
  document.documentElement.dataset['density'] = currentDensity()
}
