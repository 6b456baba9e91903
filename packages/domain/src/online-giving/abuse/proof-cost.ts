/** How much a device has to do: everybody a little, everybody much more while somebody presses. */
export type ProofLevel = 'usual' | 'raised'

/** How often each try is hashed. With some 4,000 tries a phone needs about half a second, or five seconds when raised. */
export const proofCosts: Readonly<Record<ProofLevel, number>> = { usual: 20, raised: 200 }

/** Between which tries the right one lies. */
export const proofTries = { least: 2_000, most: 6_000 }
