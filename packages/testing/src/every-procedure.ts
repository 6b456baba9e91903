import { appRouter } from '@sasaeai/api/app-router'
import type { AnyTRPCProcedure } from '@trpc/server'

/** Every procedure of the API under its full name, those of terms that nobody has asked yet among them. */
export async function everyProcedure(): Promise<ReadonlyMap<string, AnyTRPCProcedure>> {
  const { _def: definition } = appRouter
  for (const term of Object.values(definition.lazy)) await term.load()
  // The router keeps them by their full name, whatever its type says.
  return new Map(Object.entries<unknown>(definition.procedures).filter(isProcedure))
}

function isProcedure(entry: [string, unknown]): entry is [string, AnyTRPCProcedure] {
  return typeof entry[1] === 'function' && '_def' in entry[1]
}
