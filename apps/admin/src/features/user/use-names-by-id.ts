import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'

/** What the ids of the council's own tables stand for: accounts, funding sources, drives, methods, funds, kinds, areas, kinds of grants, plans and indicators. */
export function useNamesById(): ReadonlyMap<string, string> {
  const ground = useQuery(trpc.ledger.ground.queryOptions(undefined, { staleTime: 60_000 }))
  const grantKinds = useQuery(trpc.grant.kind.list.queryOptions(undefined, { staleTime: 60_000 }))
  const planNames = useQuery(trpc.plan.names.queryOptions(undefined, { staleTime: 60_000 }))
  if (ground.data === undefined) return new Map()
  const { accounts, sources, campaigns, methods, funds, duesKinds, areas } = ground.data
  const named = [...accounts, ...sources, ...campaigns, ...methods, ...funds, ...duesKinds, ...areas].map(([id, { name }]) => [id, name] as const)
  return new Map<string, string>([...named, ...(planNames.data ?? []), ...(grantKinds.data ?? []).map(({ id, name }) => [id, name] as const)])
}
