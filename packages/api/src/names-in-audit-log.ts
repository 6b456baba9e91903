import type { AuditNames } from './user/audit-queries.ts'

/** What the ids that events carry stand for: the council's own tables, plans and indicators, and the people who work here. */
export const namesInAuditLog: AuditNames = async (deps) => {
  const [{ readGroundData }, { listGrantKinds }, { listPlanNames }, { listAuditedPeople }] = await Promise.all([
    import('./ledger/read-ground-data.ts'), import('./grant/call/grant-kind-table.ts'), import('./funding-indicator/plan/read-plan.ts'), import('./user/audit-queries.ts'),
  ])
  const [ground, grantKinds, planNames, people] = await Promise.all([readGroundData(deps.db), listGrantKinds(deps.db), listPlanNames(deps), listAuditedPeople(deps.db)])
  const { accounts, sources, campaigns, methods, funds, duesKinds, areas } = ground
  const tables: readonly ReadonlyMap<string, { readonly name: string }>[] = [accounts, sources, campaigns, methods, funds, duesKinds, areas]
  return [
    ...tables.flatMap((table) => [...table].map(([id, { name }]) => [id, name] as const)),
    ...[...grantKinds, ...people].map(({ id, name }) => [id, name] as const),
    ...planNames,
  ]
}
