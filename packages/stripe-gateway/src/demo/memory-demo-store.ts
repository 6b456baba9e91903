import type { DemoObject, DemoStore } from './demo-store.ts'

/** A store that forgets everything with the process. Nobody can change what is kept but by keeping something else. */
export function memoryDemoStore(): DemoStore {
  const kept = new Map<string, DemoObject>()
  return {
    find: async (accountCode, id) => {
      const object = kept.get(id)
      return object?.accountCode === accountCode ? structuredClone(object) : null
    },
    list: async ({ accountCode, kinds, since = new Date(0), limit }) =>
      [...kept.values()]
        .filter((object) => object.accountCode === accountCode && kinds.includes(object.kind) && object.createdAt >= since)
        .sort((left, right) => right.createdAt.getTime() - left.createdAt.getTime() || (left.id < right.id ? 1 : -1))
        .slice(0, limit)
        .map((object) => structuredClone(object)),
    put: async (objects) => {
      for (const object of objects) {
        const createdAt = kept.get(object.id)?.createdAt ?? object.createdAt
        // As a database would keep it: as JSON.
        kept.set(object.id, { ...object, body: JSON.parse(JSON.stringify(object.body)), createdAt })
      }
    },
  }
}
