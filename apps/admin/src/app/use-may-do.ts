import { mayDo, type Permission } from '@sasaeai/domain/user/permission'
import { useQuery } from '@tanstack/react-query'
import { trpc } from './trpc.ts'

/** Whether the signed-in person may do a thing: buttons that would be refused are not shown. The server decides anew. */
export function useMayDo(permission: Permission): boolean {
  const me = useQuery(trpc.user.me.queryOptions())
  return me.data !== undefined && mayDo(me.data.role, permission)
}
